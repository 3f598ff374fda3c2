"""The words that tell an activity and its sort. Source: general knowledge of English military and diplomatic prose."""

from __future__ import annotations

from foedera.model.kinds import ActivityType

_EXERCISE, _DIALOGUE = ActivityType.EXERCISE, ActivityType.DIALOGUE

# What a noun names by itself, whatever stands beside it. Lemmas.
NOUNS: dict[str, ActivityType] = {
    **dict.fromkeys(
        ("exercise", "drill", "manoeuvre", "maneuver", "wargame", "wargames", "passex", "serial", "manoeuvres"),
        _EXERCISE,
    ),
    **dict.fromkeys(("activity", "war-game", "regatta", "iteration", "edition"), _EXERCISE),
    **dict.fromkeys(("patrol", "sortie"), ActivityType.PATROL),
    **dict.fromkeys(("deployment", "stationing", "redeployment", "rotation"), ActivityType.DEPLOYMENT),
    **dict.fromkeys(("transit", "passage"), ActivityType.TRANSIT),
    **dict.fromkeys(
        (
            "talk",
            "talks",
            "dialogue",
            "dialog",
            "meeting",
            "2+2",
            "conversation",
            "gathering",
            "session",
            "ministerial",
        ),
        _DIALOGUE,
    ),
    **dict.fromkeys(("summit",), ActivityType.SUMMIT),
    **dict.fromkeys(("visit", "trip"), ActivityType.VISIT),
    **dict.fromkeys(("consultation", "consultations"), ActivityType.CONSULTATION),
    **dict.fromkeys(("exchange",), ActivityType.EXCHANGE),
    **dict.fromkeys(("training", "course", "work-up", "seminar", "workshop"), ActivityType.TRAINING),
    **dict.fromkeys(("exhibition", "airshow", "expo"), ActivityType.EXHIBITION),
    **dict.fromkeys(
        ("operation", "mission", "invasion", "airlift", "airstrike", "evacuation", "strike", "convoy"),
        ActivityType.OPERATION,
    ),
}
# These name an activity only where who acts is said beside them or by a verb of holding.
NEEDS_CAST = frozenset(
    """operation mission serial exchange passage training talk exhibition expo activity iteration session gathering
    strike convoy sortie conversation regatta trip rotation arrival stay course work-up seminar workshop edition
    round""".split()
)
# "activity" is an exercise only with one of these before it.
ACTIVITY_LEADS = frozenset("maritime military naval cooperative joint air multilateral bilateral further land".split())
# "exchange of notes" makes an agreement, "meeting its obligations" nothing: such a noun is no activity before "of" these.
NO_EXCHANGE_OF = frozenset("note notes letter letters instrument instruments gunfire rate".split())
EXCHANGED = frozenset(
    """information intelligence data officer personnel view experience cadet student sailor expertise practice
    knowledge staff liaison visit instructor expert""".split()
)
# A "course" with one of these before it is taught; without, it may be that of events.
TAUGHT = frozenset(
    """staff training officer instructor refresher joint language basic advanced short defence defense week-long
    specialist leadership command pilot diving""".split()
)
# A fair, by name: what is done there is to exhibit.
FAIRS = frozenset(
    """exhibition airshow expo fair eurosatory euronaval dsei idex navdex laad fidae mspo idef lima farnborough paris
    indodefence adex feindef dsa imdex seafuture ausa""".split()
)
PRESENCE_LEADS = frozenset("military troop naval permanent rotational forward army air".split())

# Verbs that only say that the thing named by their object is done.
HOLDING = frozenset(
    """hold conduct carry stage run complete begin start open launch finish conclude end perform undertake host organise
    organize plan schedule continue resume have do make pay kick wrap embark execute lead repeat close mount convene
    attend join announce agree commit discuss propose envisage consider hope highlight welcome mark prepare expand
    increase intensify wind practise finish hold do provide receive undergo support co-host cohost co-organise deepen enhance step""".split()
)
# What is called off is told as not done.
CANCELLING = frozenset("put cancel postpone scrub shelve scrap suspend abandon drop cancelled call".split())
# What is done to an activity that lies ahead: “is foreseen for May”, “was pencilled in”.
ARRANGING = frozenset("foresee pencil set slate expect project fix book earmark defer delay move".split())
# What is due, bound, said or had to happen: the verb behind it tells.
RAISING = frozenset("have need expect schedule plan set slate due be stand seem appear intend mean say".split())
# The same, followed by a preposition: "took part in the exercise", "engaged in drills".
HOLDING_IN = frozenset(
    """participate take engage join involve work compete assemble gather embark participate fly aim attend call host
    receive welcome invite sail put go head leave depart deploy steam""".split()
)
# Verbs whose subject is the activity itself.
HAPPENING = frozenset(
    """take begin start end follow open close last run continue occur be involve include feature comprise see bring
    gather focus cover centre center aim test comprise conclude kick wrap resume mark unfold culminate convene go proceed materialise materialize come fall""".split()
)
WITH = frozenset({"with", "alongside", "between", "among", "by", "amongst"})
PRACTISING = frozenset("practise practice rehearse simulate".split())
COMPRISING = frozenset("include feature comprise involve cover focus centre center consist test".split())
LOCATIVE = frozenset(
    """in at off near around across over through along inside within aboard between outside onboard into to on
    throughout from towards toward via beyond""".split()
)
# What ships, crews and soldiers are called when nobody names them.
ASSETS = frozenset(
    """frigate destroyer corvette submarine ship warship vessel carrier cutter minehunter minesweeper aircraft jet
    fighter helicopter bomber tanker drone plane boat battery tank howitzer""".split()
)
PEOPLE = frozenset(
    """troop troops force forces soldier sailor marine airman personnel unit navy army guard minister official leader
    chief delegation side nation country team detachment contingent officer cadet pilot crew instructor engineer
    diver battalion brigade company platoon regiment squadron government military fleet service president premier
    head secretary representative diplomat ambassador commander general admiral counterpart partner ally member state
    police coastguard paratrooper adviser advisor expert delegate group party""".split()
)
# These stand for those named before and name nobody by themselves.
NOBODY = frozenset("side party nation country state group member partner counterpart participant".split())
