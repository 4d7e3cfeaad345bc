"""Words that tell nothing about what a text is about, per language."""

from __future__ import annotations

STOPWORDS: dict[str, str] = {
    "en": """
a about above after again against ago all almost along already also although always am amid among an and another any anyone
anything are around as at away back be became because become been before began behind being below between both but by came can
cannot come comes could d did didn do does doesn doing don done down during each either else enough even ever every everyone far
few for from further get gets getting give given go goes going gone got had hadn has hasn have haven having he her here hers
herself him himself his how however i if in indeed instead into is isn it its itself just keep kept know known last later least
less let like ll long look made make makes making many may maybe me might more most much must my myself near nearly never new
next no nor not now of off often on once one only onto or other others our ours out over own per perhaps put quite rather re
really said same saw say saying says see seen shall she should shouldn since so some someone something soon still such t take
taken than that the their theirs them themselves then there these they thing things this those though through throughout thus
time to today together told too took toward towards two under unless until up upon us use used using ve very via want wants was
wasn way we well went were weren what when where whether which while who whole whom whose why will with within without won would
wouldn yes yet you your yours
according added asked called including reported reports statement told week weeks month months year years yesterday tomorrow day
days monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr image photo video read file caption advertisement
""",
}
"""Function words, the commonest reporting verbs and the furniture of news pages. Lists of our own."""
