"""Who and what is named in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.names import find_names
from digest.text.runs import NameKind

FULL_NAMES = {
    "a surname means the full name before it": ("Bashar Vale left. Vale was late.", ["Bashar Vale", "Bashar Vale"]),
    "a surname in the lead means the full name after it": ("Aides of Vale met. Ruth Vale left.", ["Ruth Vale"] * 2),
    "an article before a surname is part of it": (
        "Omar al-Vale met Assef. So did al-Vale.",
        ["Omar al-Vale", "Assef", "Omar al-Vale"],
    ),
    "initials and what tells a son": ("J. R. Okoro Jr. met M.T. Vale.", ["J. R. Okoro Jr.", "M.T. Vale"]),
    "a son is not his father": (
        "Piet Lanning met his son Piet Lanning Jr. there. Lanning Jr. left. Lanning stayed.",
        ["Piet Lanning", "Piet Lanning Jr.", "Piet Lanning Jr.", "Piet Lanning"],
    ),
    "a son may be the only one": ("Piet Lanning Jr. came. Lanning left.", ["Piet Lanning Jr."] * 2),
    "particles stay inside": ("Vellmar Mayor Jan de Vries left.", ["Jan de Vries"]),
    "a possessive ending is not part of a name": ("We met Okoro’s aides.", ["Okoro"]),
    "a couple with one surname, by title": (
        "Ilse Brandt met Paul Brandt. Mrs. Brandt and Mr. Brandt left.",
        ["Ilse Brandt", "Paul Brandt", "Ilse Brandt", "Paul Brandt"],
    ),
    "a sentence's first word is not a name by its capital": ("Protesters met. But Okoro left.", ["Okoro"]),
    "a ministry keeps its of": ("The Ministry of Foreign Affairs spoke.", ["Ministry of Foreign Affairs"]),
    "a person behind a house's of is another name": (
        "The House of Commons Sandra Imber spoke. The House of Lords Speaker Paul Imber left.",
        ["House of Commons", "Sandra Imber", "House of Lords", "Paul Imber"],
    ),
    "two shortened titles": ("We met Dist. Atty. Karin Solheim.", ["Karin Solheim"]),
    "a long title with a role before a given name": (
        "Then Senior Wire Political Analyst David Orrin agreed.",
        ["David Orrin"],
    ),
    "a letter read as two characters does not cut a name": (
        "We met JosÃ© MartÃ\u00adnez and Å\u0081ukasz GrÃ¼n there.",
        ["JosÃ© MartÃ\u00adnez", "Å\u0081ukasz GrÃ¼n"],
    ),
    "an author's own line names nobody": ("By Ruth Ashe in Kessel\nIlse Brandt left.", ["Ilse Brandt"]),
    "an adjective made of a place's name is no part of a name": (
        "The Port Kessel-based Open Cells Foundation met Norra-born Ilse Brandt.",
        ["Open Cells Foundation", "Ilse Brandt"],
    ),
    "a body's name may have an and inside": (
        "They met the National Storm and Harbour Administration, the Red Cup and Ilse Brandt.",
        ["National Storm and Harbour Administration", "Red Cup", "Ilse Brandt"],
    ),
    "a thing of a body does not lengthen its name": (
        "There a NORA Falcon landed. We met NORA.",
        ["NORA Falcon", "NORA"],
    ),
    "a participle that opens a sentence is no name": (
        "Born Ilse Brandt in Kessel, she left.",
        ["Ilse Brandt", "Kessel"],
    ),
    "a time zone is no given name": ("It was 10:04 PST Okoro left.", ["Okoro"]),
    "a dateline names nobody": ("VELLMAR (Harbour Wire) — Ilse Brandt left.", ["Ilse Brandt"]),
    "a dateline in capitals with its region names nobody": ("PORT KESSEL, Norra — Ilse Brandt left.", ["Ilse Brandt"]),
    "an agency's dateline with a colon names nobody": ("OAKVALE (Norra Wire): Ilse Brandt left.", ["Ilse Brandt"]),
    "a short word with a dot ends a name": ("She read it in the AP. Ilse Brandt left.", ["AP", "Ilse Brandt"]),
    "an abbreviation with a dot does not": ("We met Jean St. Clair there.", ["Jean St. Clair"]),
    "of a couple the surname means the one who is nobody's relative": (
        "We met Mark Orrin. His son, James Orrin, slept. The town praised Orrin.",
        ["Mark Orrin", "James Orrin", "Mark Orrin"],
    ),
    "headline case names nobody": ("Dam Gives Way In Vellmar Valley\n\nThere Ilse Brandt spoke.", ["Ilse Brandt"]),
    "weekdays and months name nobody": ("On Monday Okoro left. In March Vale came.", ["Okoro", "Vale"]),
    "a sentence glued behind a name is no part of it": (
        "They asked Ilse Brandt.Tomas Okoro came.",
        ["Ilse Brandt", "Tomas Okoro"],
    ),
    "an office is named with whose it is": (
        "They asked the Marl County Sheriff’s Office.",
        ["Marl County Sheriff’s Office"],
    ),
    "the office of somebody named is not": ("They asked Brandt’s Office.", ["Brandt", "Office"]),
    "a party and state name nobody": ("We met Ada Brandt (D-Mo.) there.", ["Ada Brandt"]),
}


@pytest.mark.parametrize(("text", "full"), FULL_NAMES.values(), ids=FULL_NAMES.keys())
def test_full_names(text, full):
    assert [name.full for name in find_names(text)] == full


ROLES = {
    "a title": ("Prime Minister Ilse Brandt left.", "Prime Minister"),
    "a title with its complement": ("Secretary of State Tomas Okoro left.", "Secretary of State"),
    "a role in small letters": ("“No,” said her campaign manager Ruth Ashe.", "campaign manager"),
    "an apposition": ("Ruth Ashe, a hydrologist at Dam Watch, left.", "a hydrologist at Dam Watch"),
    "an apposition after a party and state": ("Ruth Ashe (D-Mo.), the committee chair, left.", "the committee chair"),
    "one of many": ("Ruth Ashe, one of its founders, left.", "one of its founders"),
    "a deputy is not his chief": ("They met Deputy Secretary of State Ruth Ashe.", "Deputy Secretary of State"),
    "who was something is not it": ("They met former Syrian Vice President Ruth Ashe.", "former Syrian Vice President"),
    "a prefix belongs to its title": ("They met ex-Prime Minister Ruth Ashe.", "ex-Prime Minister"),
    "who acts as something": ("It fell to acting President Ruth Ashe.", "acting President"),
    "a day is no nation": ("On Monday President Ruth Ashe left.", "President"),
    "a verb before a role is no part of it": ("Police arrested local baker Ruth Ashe.", "local baker"),
    "nor an irregular one": ("They met campaign manager Ruth Ashe.", "campaign manager"),
    "of what somebody is accused stays": ("They met accused trader Ruth Ashe.", "accused trader"),
    "no part of a name that a full stop cuts": (
        "Ruth Ashe, a former chief of mission for the U.S. Office, left.",
        "a former chief of mission",
    ),
    "no part of a name at the longest": (
        "Ruth Ashe, a village council member and part-time student of political science at the University of Upper Kessel and Marl, left.",
        "a village council member and part-time student of political science",
    ),
    "of several no role": ("Senators Ruth Ashe and Omar Vale left.", None),
    "a relative clause is left out": ("Ruth Ashe, a retired judge who never smiled, left.", "a retired judge"),
    "whose chief is left out": ("Ruth Ashe, its operations chief, left.", "operations chief"),
    "a role inside another's phrase": ("Ruth Ashe, whose view of the minister is known, left.", None),
    "a clause that names a role late": ("Ruth Ashe, found guilty of hitting a soldier, left.", None),
    "what a role is over is no part of it": ("It was the lead over candidate Ruth Ashe.", "candidate"),
    "no role in what merely follows": ("Ruth Ashe, speaking to voters, left.", None),
    "a role and a name that goes on to act": ("Ruth Ashe, mill director Ilse Brandt said so.", None),
    "courtesy is no role": ("Mr. Okoro left.", None),
    "a verb before courtesy is no role": ("Firing Mr. Okoro was wrong.", None),
    "a sentence's first word is no part of a title": ("Following President Ilse Brandt is hard.", "President"),
    "a verb behind an open apposition is no part of it": ("Ruth Ashe, head of the dam said so.", "head of the dam"),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES.keys())
def test_role_as_printed(text, role):
    name = find_names(text)[0]
    assert name.role == role
    assert role is None or (name.role_span is not None and name.role_span.of(text) == role)


KINDS = {
    "Tomas Okoro": NameKind.PERSON,
    "Amnesty International": NameKind.ORGANISATION,
    "the University of Vellmar": NameKind.ORGANISATION,
    "NATO": NameKind.ORGANISATION,
    "Syria": NameKind.PLACE,
}


@pytest.mark.parametrize(("printed", "kind"), KINDS.items())
def test_kind(printed, kind):
    assert find_names(f"They met {printed} there.")[0].kind is kind


def test_a_body_named_by_its_kind_is_no_person():
    (name,) = find_names("The rights group Open Cells said so.")
    assert name.kind is NameKind.ORGANISATION


def test_which_behind_a_name_tells_of_a_body_unless_something_lies_in_it():
    assert find_names("They thanked Arnhold Paper, which paid.")[0].kind is NameKind.ORGANISATION
    assert find_names("They met in the prison of Port Sallow, which is full.")[0].kind is NameKind.UNKNOWN


def test_gender_by_title_given_name_and_role():
    names = find_names("Ilse Brandt met Mr. Okoro and actress Kim Vale. J. Ashe left.")
    assert [name.female for name in names] == [True, False, True, None]


def test_a_language_without_table_has_no_names():
    assert find_names("Ilse Brandt kam.", "xx") == ()


@given(st.text(alphabet=st.sampled_from("ABab ., '’-\n(&éÉ“Mr"), max_size=120))
def test_every_name_is_a_slice(text):
    names = find_names(text)
    assert all(name.span.of(text) == name.text and name.text and name.full for name in names)
    assert list(names) == sorted(names, key=lambda name: name.span)


def test_long_runs_are_read_once():
    """Sizes at which quadratic work would take minutes."""
    for text in ("A" * 200_000, "Aa " * 100_000, "A.", ", " * 100_000, "Al-" * 60_000, "de " * 100_000):
        assert isinstance(find_names(text), tuple)


@pytest.mark.parametrize(
    "text",
    [
        "Its chair, Amaril Finch, said it was late.",
        "The Bishop of Kessel, Thadd Wren, supported it.",
        "Gerdo Papst, 78, said he had carried nothing.",
    ],
)
def test_a_name_beside_a_role_or_an_age_is_a_persons(text):
    assert find_names(text)[-1].kind is NameKind.PERSON


def test_what_is_an_it_is_no_person():
    assert find_names("Arnhold Paper said that it accepted the fine.")[0].kind is NameKind.ORGANISATION
