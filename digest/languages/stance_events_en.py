"""English words that set an event off: who does what to whom."""

from __future__ import annotations

from digest.languages.names import words
from digest.languages.stance import EventTable

ENGLISH = EventTable(
    against=frozenset({"struck down", "strikes down", "shut down", "threw out", "thrown out", "shot dead"})
    | words(
        "accused accuses accusing charged charges charging sued sues fined fines banned bans suspended suspends dismissed dismisses fired fires sacked sacks arrested arrests detained detains sentenced sentences convicted convicts "
        "jailed indicted blocked blocks expelled expels sanctioned sanctions seized seizes shut raided defeated ousted toppled blamed deported evicted disqualified stripped outlawed blacklisted penalised penalized impeached "
        "barred bars censured censures overturned annulled quashed voided removed demoted recalled extradited closed exposed acquitted cleared killed kills shot attacked attacks bombed bombs invaded invades threatened threatens"
    ),
    acts=frozenset({"shot dead"})
    | words(
        "published publishes released releases issued issues announced announces unveiled launched imposed imposes passed approved adopted signed signs voted ruled rules struck cut cuts raised raises resigned resigns quit "
        "won wins returned killed kills bombed bombs attacked attacks invaded opened closed ended agreed agrees reported reports found finds will plans planned threw granted refused rejected collided exploded ran "
        "tore struck hit scrapped cancelled merged bought sold fell slaps slapped appointed named elected crashed sank leaked hacked shot stormed burned"
    ),
    saying=words("said says"),
    authoring=words(
        "proposed drafted sponsored introduced tabled ordered championed authored commissioned initiated unveiled"
    ),
    measures=words("sanctions tariff tariffs duty duties fine fines penalty ban embargo restrictions levy curbs"),
    accusing=words("accused accuses accusing charged charges charging sued sues blamed indicted"),
    documents=words(
        "report study investigation findings research inquiry audit survey analysis review ruling verdict judgment"
    ),
    finding=words("found finds concluded concludes alleged alleges ruled rules showed shows"),
    undertakings=words("takeover merger bid acquisition deal purchase sale buyout tie-up plan plans"),
    laws=words("law laws decree bill act order"),
    lawmaker="government",
    blames=words(
        "audit audits inquiry investigation review criticism critique indictment report reports accusation accusations allegation allegations charge charges claim claims finding findings study verdict ruling"
    ),
)
