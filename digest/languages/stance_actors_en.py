"""English words for those who answer an event, and for those who speak from inside a body."""

from __future__ import annotations

from digest.languages.names import words

COLLECTIVES = words(
    "members office bureau inspectorate directorate navy authority lawmakers legislators senators deputies mps politicians parties opposition critics activists campaigners protesters demonstrators residents locals villagers neighbours neighbors families relatives survivors "
    "victims parents teachers students pupils workers employees staff drivers farmers fishermen fishers miners nurses doctors physicians medics scientists researchers experts economists analysts investors shareholders lawyers "
    "unions groups organisations organizations charities companies businesses employers industry retailers manufacturers insurers banks airlines governments leaders ministers officials diplomats mayors governors churches bishops "
    "clerics fans supporters players clubs athletes coaches crowds voters consumers customers users passengers environmentalists conservationists geologists historians academics professors journalists editors publishers "
    "rebels militants soldiers veterans officers neighbours owners landlords tenants hoteliers hotel-owners traders shopkeepers brokers republicans democrats conservatives liberals socialists greens nationalists separatists "
    "government army military police ministry parliament senate coalition union company league council party authorities regulator court church club association federation commission cabinet administration watchdog "
    "community opponents advocates allies powers nations countries states mother father sister brother widow family son daughter wife husband regulators "
    "referees umpires hackers bankers builders electricians pilots sailors seafarers dockers porters cleaners cooks waiters musicians artists "
    "firefighters midwives carers pensioners retirees renters homeowners taxpayers commuters travellers travelers motorists cyclists pedestrians "
    "hunters foresters loggers herders beekeepers growers ranchers breeders winemakers brewers bakers butchers grocers shoppers monks nuns priests "
    "pastors imams rabbis worshippers believers pilgrims refugees migrants outlets newspapers media asylum-seekers exiles expatriates immigrants women men youths children "
    "teenagers graduates whistleblowers feminists ecologists hardliners moderates reformists loyalists monarchists communists centrists populists "
    "insurgents guerrillas catholics muslims christians jews hindus buddhists protestants"
)
ORGANISATION_NOUNS = words(
    "group authority organisation organization charity union federation agency company firm carrier airline bank lender watchdog regulator party club association body league unit arm subsidiary division branch board manufacturer maker automaker retailer operator "
    "utility institute think-tank newspaper daily broadcaster network foundation campaigners campaigner sponsor rival campaign movement alliance coalition front militia giant chain developer owner supplier insurer"
)
ANAPHORS = words(
    "group watchdog organisation organization charity company firm body agency bank lender carrier airline maker pair duo"
)
VOICES = words(
    "spokesman spokeswoman spokesperson spokespeople lawyer lawyers attorney attorneys solicitor barrister counsel representative agent statement aide aides"
)
OFFICES = words(
    "government ministry president premier chancellor minister ministers king army military authorities officials cabinet kremlin parliament embassy ambassador foreign administration regime leader state"
)
INSIDERS = {
    "teachers": words("union unions"),
    "workers": words("union unions"),
    "drivers": words("union unions"),
    "doctors": words("union unions association"),
    "nurses": words("union unions"),
    "pilots": words("union unions"),
    "miners": words("union unions"),
    "jury": words("juror jurors foreman judge prosecutor prosecutors attorney"),
    "police": words("constable officer officers sheriff police superintendent inspector commissioner detective"),
    "court": words("judge judges justice justices court magistrate panel ruling"),
    "judges": words("judge judges justice court"),
    "judge": words("judge judges court"),
    "tribunal": words("judge judges tribunal"),
    "prosecutors": words("prosecutor prosecutors prosecution"),
    "prosecutor": words("prosecutor prosecutors prosecution"),
    "researchers": words("author authors researcher researchers co-author study scientist team"),
    "scientists": words("author authors researcher researchers co-author study scientist team"),
    "study": words("author authors researcher researchers co-author study team"),
    "inquiry": words("inquiry chair chairman commissioner judge dame panel"),
    "commission": words("commission commissioner chairman chair chairwoman"),
    "senate": words("senator sponsor bill's bill"),
    "parliament": words("speaker sponsor bill's"),
    "government": words(
        "government army military minister ministers ministry president premier cabinet spokesman spokeswoman white-house prime official officials treasury secretary"
    ),
    "president": words("minister ministers ministry government army military cabinet spokesman spokeswoman"),
    "premier": words("minister ministers ministry government cabinet spokesman spokeswoman"),
    "chancellor": words("minister ministers ministry government cabinet spokesman spokeswoman"),
    "cabinet": words("government minister ministers cabinet prime"),
    "soldiers": words("colonel general junta soldiers captain army"),
    "junta": words("colonel general junta soldiers captain army"),
    "ministers": words("conference president chair host"),
    "company": words("executive ceo company company's firm chairman founder firm's owner president"),
    "group": words("director group group's head researcher founder co-founder author campaigner"),
    "organisation": words(
        "director head chair chairman executive ceo chief secretary president organisation researcher founder chairwoman its"
    ),
}
