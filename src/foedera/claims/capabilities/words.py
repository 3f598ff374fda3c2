"""The verbs and nouns that tell what is done with equipment. Source: general knowledge of procurement prose."""

from __future__ import annotations

from foedera.model.kinds import Stage

# Verbs whose object is the equipment. Lemmas.
VERBS: dict[str, Stage] = {
    **dict.fromkeys(
        "develop design co-develop codevelop adapt engineer conceive devise mature prototype co-design".split(),
        Stage.DEVELOPS,
    ),
    **dict.fromkeys(
        "build produce manufacture make assemble construct co-produce fabricate forge mass-produce".split(),
        Stage.PRODUCES,
    ),
    **dict.fromkeys("test test-fire flight-test trial testfire test-launch".split(), Stage.TESTS),
    **dict.fromkeys(
        "upgrade modernise modernize refit overhaul retrofit refurbish convert rebuild re-engine rework".split(),
        Stage.UPGRADES,
    ),
    **dict.fromkeys(
        "buy order procure purchase acquire select choose pick reorder receive obtain charter get request prefer take".split(),
        Stage.PROCURES,
    ),
    **dict.fromkeys("field operate commission fly own possess induct use".split(), Stage.FIELDS),
    **dict.fromkeys(
        """deliver supply donate transfer sell export gift lend lease give provide re-export ship pledge
        bequeath loan release return offer hand""".split(),
        Stage.TRANSFERS,
    ),
    **dict.fromkeys(
        "retire decommission scrap replace withdraw mothball dismantle axe ditch junk".split(), Stage.RETIRES
    ),
}
# These say little by themselves: the object must be equipment by name or by its noun, and no person may be meant.
LIGHT = frozenset(
    "take hand make get give provide use ship receive release pledge withdraw own fly obtain convert".split()
)
# What is done with these is planned even where it is said in the past: chosen is not yet ordered.
CHOOSING = frozenset("select choose pick prefer".split())
# What is asked for or offered may come about.
ASKING = frozenset("request offer ask".split())
# A verb of having says that equipment is fielded, if whoever has it is a state or a force.
HAVING = frozenset("have own operate field possess".split())
# What equipment does by itself: “the frigate entered service”.
ENTERING = frozenset("enter join reach".split())
SERVICE = frozenset("service fleet inventory arsenal commission".split())
COMING = frozenset("arrive".split())

# Nouns that name what is done; the equipment stands before them or behind "of", "for".
NOUNS: dict[str, Stage] = {
    **dict.fromkeys("development co-development codevelopment design".split(), Stage.DEVELOPS),
    **dict.fromkeys(
        "production manufacture manufacturing co-production assembly construction building fabrication".split(),
        Stage.PRODUCES,
    ),
    **dict.fromkeys("test testing trial firing test-firing launch test-launch flight-test".split(), Stage.TESTS),
    **dict.fromkeys(
        "upgrade modernisation modernization refit overhaul retrofit life-extension conversion refurbishment".split(),
        Stage.UPGRADES,
    ),
    **dict.fromkeys("procurement purchase acquisition order buy".split(), Stage.PROCURES),
    **dict.fromkeys(
        "delivery sale transfer export supply donation handover hand-over gift lease loan shipment".split(),
        Stage.TRANSFERS,
    ),
    **dict.fromkeys("retirement decommissioning replacement".split(), Stage.RETIRES),
    **dict.fromkeys("operator".split(), Stage.FIELDS),
    **dict.fromkeys("offer".split(), Stage.TRANSFERS),
    **dict.fromkeys("request wish interest".split(), Stage.PROCURES),
}
# What these nouns name may come about.
HOPING = frozenset("offer request wish interest".split())
# “the Spartans are undergoing overhaul”, “the radar is under test”: the noun says what is done.
UNDERGOING = frozenset("undergo receive complete begin start enter be remain stay await".split())
# “A contract for three boats” procures them.
CONTRACTS = frozenset("contract order deal tender bid option".split())
# Makers and owners: “the builder of the corvette”.
MAKERS: dict[str, Stage] = {
    **dict.fromkeys("maker manufacturer builder producer".split(), Stage.PRODUCES),
    **dict.fromkeys("developer designer".split(), Stage.DEVELOPS),
    **dict.fromkeys("buyer customer".split(), Stage.PROCURES),
    **dict.fromkeys("operator user".split(), Stage.FIELDS),
    **dict.fromkeys("supplier exporter seller donor".split(), Stage.TRANSFERS),
}

# Common nouns of equipment, beside those that are told by their form. Lemmas.
EQUIPMENT = frozenset(
    """missile radar sonar torpedo tank helicopter drone fighter bomber howitzer rifle cannon mortar satellite sensor
    engine ammunition munition warhead interceptor launcher rocket vehicle aircraft jet gun shell frigate corvette
    destroyer submarine warship boat vessel ship carrier minehunter minesweeper cutter hull trainer transport tanker
    plane airlifter turret simulator seeker fuse fuze propellant battery radio camera sight explosive round mine
    weapon weaponry equipment hardware materiel matériel armament armour gear kit platform system truck ambulance
    railgun laser jammer decoy buoy glider uav uas usv uuv opv icebreaker launch hovercraft prototype
    demonstrator airframe fuselage avionics nozzle motor warplane gunship technology seeker spare software network
    barrel airship balloon parachute simulator catamaran dinghy minelayer ferry pump howitzers craft block section module payload pod canister booster
    testbed sub""".split()
)
# Of these, only with a word before them that says of which sort: “coastal radar system”, “support vehicles”.
VAGUE = frozenset(
    """system platform technology equipment kit gear network transport launch round mine hull carrier ship vessel
    boat craft software motor trainer battery camera pump ferry truck weapon vehicle tanker plane sight radio block section module
    payload pod canister""".split()
)
# Adjectives and counts that are no part of a name of equipment.
UNTELLING = frozenset(
    """new first second third fourth fifth last next further additional more other extra several many few some numerous
    various own remaining same such own initial latest entire whole total latter former all both another old ageing aging
    elderly modern brand-new used second-hand surplus existing planned future proposed joint many enough important key major
    significant critical relevant suitable certain vital necessary sufficient""".split()
)

# A verb with its particle or preposition; the equipment is the object, or stands behind the preposition.
PHRASES: dict[tuple[str, str], Stage] = {
    ("turn", "out"): Stage.PRODUCES,
    ("put", "together"): Stage.PRODUCES,
    ("lay", "down"): Stage.PRODUCES,
    ("hand", "over"): Stage.TRANSFERS,
    ("phase", "out"): Stage.RETIRES,
    ("write", "off"): Stage.RETIRES,
    ("bow", "out"): Stage.RETIRES,
    ("stand", "down"): Stage.RETIRES,
    ("pension", "off"): Stage.RETIRES,
    ("sell", "on"): Stage.TRANSFERS,
    ("sell", "off"): Stage.TRANSFERS,
    ("give", "away"): Stage.TRANSFERS,
    ("pass", "on"): Stage.TRANSFERS,
    ("melt", "down"): Stage.RETIRES,
    ("dispose", "of"): Stage.RETIRES,
    ("trade", "in"): Stage.RETIRES,
    ("roll", "out"): Stage.PRODUCES,
    ("snap", "up"): Stage.PROCURES,
    ("sign", "for"): Stage.PROCURES,
    ("opt", "for"): Stage.PROCURES,
    ("settle", "on"): Stage.PROCURES,
    ("go", "for"): Stage.PROCURES,
    ("ask", "for"): Stage.PROCURES,
    ("contract", "for"): Stage.PROCURES,
    ("collaborate", "on"): Stage.DEVELOPS,
    ("cooperate", "on"): Stage.DEVELOPS,
    ("work", "on"): Stage.DEVELOPS,
}
PLANNED_PHRASES = frozenset({("opt", "for"), ("settle", "on"), ("go", "for")})
# These mean trade or making whatever their object is, if it can be counted.
TRADING = frozenset(
    """buy order procure purchase acquire manufacture assemble deliver donate lend lease sell co-produce develop
    build hand turn put sign test-fire retire decommission offer request charter""".split()
)
# What is bought, built or sold as often, and is no equipment.
NO_EQUIPMENT = frozenset(
    """share stake company firm land house plant factory facility building base bridge road capability capacity
    cooperation relation partnership relationship strategy policy plan speech message statement report result service
    support training aid assistance oil gas coal crude food wheat rice grain time trust confidence consensus team
    programme program project framework bond home school hospital port airport statue copy newspaper ticket flat pipeline
    dam wall fence station runway railway line pier quay shipyard yard centre center force army unit alliance institution
    interest business subsidiary idea concept doctrine guideline procedure understanding agreement software knowledge
    blow verdict lecture judgment judgement letter note petition proposal answer reply value good product market
    evacuation withdrawal investigation inquiry probe review retreat halt strike closure release dinner meal drink
    people person man woman child soldier sailor officer troop personnel year decade economy society state nation peace
    vaccine dose medicine mask tent blanket expert instructor adviser advisor engineer trainer_ specialist teacher
    worker pilot crew student cadet delegate observer sailor kilometre kilometer mile hectare metre meter acre tonne ton
    litre barrel_ hour day week month panel resident citizen passenger civilian visitor guest ticket seat place position lawyer hall kind half fifth third quarter
    welder works data order range detachment licence license""".split()
)
# “a battery of missiles”, “the last of 54 vehicles”: what follows "of" is the equipment.
PORTIONS = frozenset(
    """battery batch number set pair fleet squadron unit shipment consignment tranche series lot dozen dozens hundreds
    thousands score first second third last one half some rest remainder most all part version variant model couple
    trio handful delivery quantity package regiment load crate planeload example generation part parts kit worth""".split()
)
# “the Meteor programme”: the name before it is what is made.
PROGRAMMES = frozenset("programme program project".split())
# These are equipment without more, even behind a verb that says little.
ARMS = frozenset(
    "weapon ammunition missile munition arm tank howitzer drone helicopter fighter frigate submarine rifle".split()
)
# “the type”, “this model”: what was named before.
TYPES = frozenset("type model variant".split())
# What is told of equipment without naming it again: “Deliveries begin in 2026”.
CONTINUING: dict[str, Stage] = {
    **dict.fromkeys("delivery handover hand-over handing-over".split(), Stage.TRANSFERS),
    **dict.fromkeys("assembly manufacture production".split(), Stage.PRODUCES),
    **dict.fromkeys("trial firing".split(), Stage.TESTS),
    **dict.fromkeys("order".split(), Stage.PROCURES),
}
