"""The network that claims make."""

from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Polarity
from foedera.views.network import build_network, network_facts
from tests.answers.world import PACT, event
from tests.views.world import exercise, measured, shown


def test_those_who_act_are_tied_to_what_they_act_in(record_of):
    """Both parties are tied to the Pact, not to each other; an exercise without a name ties its participants."""
    network = build_network(record_of(), shown(event(PACT, "signed", "2018"), exercise("2019")))

    assert {(tie.one, tie.other) for tie in network.ties} == {("NMR", PACT), ("EMK", PACT), ("EMK", "NMR")}


def test_a_tie_weighs_as_many_claims_as_it_has(record_of):
    """Three exercises make one tie of weight three, from the first day to the last, the newest claim first."""
    (tie,) = build_network(record_of(), shown(exercise("2017"), exercise("2019"), exercise("2018-05-01"))).ties

    assert tie.weight == 3
    assert (str(tie.start), str(tie.end)) == ("2017-01-01", "2019-12-31")
    assert str(tie.claims[0].claim.when) == "2019"


def test_a_tie_is_as_real_as_its_most_real_claim(record_of):
    """One actual exercise makes the tie actual; a tie that is only denied says so."""
    planned = exercise("2030", modality=Modality.PLANNED)
    possible = exercise("2031", modality=Modality.POSSIBLE)
    denied = exercise("2010", polarity=Polarity.DENIED)
    record = record_of()

    def reality(*claims) -> str:
        return build_network(record, shown(*claims)).ties[0].reality

    assert reality(planned, exercise("2019")) == "actual"
    assert reality(possible, planned, denied) == "planned"
    assert reality(possible, denied) == "possible"
    assert reality(denied) == "denied"


def test_a_large_network_keeps_the_most_tied_and_counts_all(record_of):
    """What is left out is counted, so that the page can say of how many it shows a part."""
    crowd = [exercise("2019", "NMR", f"state-{number}") for number in range(6)]
    network = build_network(record_of(), shown(*crowd, exercise("2020", "NMR", "EMK"), exercise("2021")), nodes=3)

    assert [node.id for node in network.nodes][:2] == ["NMR", "EMK"]
    assert (len(network.nodes), network.all_nodes, network.all_ties) == (3, 8, 7)


def test_claims_that_tie_nothing_are_counted(record_of):
    """A measure ties no two entities."""
    network = build_network(record_of(), shown(measured("NMR", "rank", "7"), exercise("2019")))

    assert (network.tying, network.apart) == (1, 1)


def test_nodes_say_what_they_are(record_of):
    """The record knows kind and name; what it does not know keeps the name of the claim."""
    nodes = {node.id: node for node in build_network(record_of(), shown(exercise("2019", "NMR", "Sunder"))).nodes}

    assert (nodes["NMR"].name, nodes["NMR"].kind) == ("Northmoor", EntityKind.STATE)
    assert (nodes["Sunder"].name, nodes["Sunder"].kind) == ("Sunder", EntityKind.UNKNOWN)


def test_the_drawing_gets_plain_values(record_of):
    """What a drawing is given can be written as JSON and names a claim for each tie."""
    facts = network_facts(build_network(record_of(), shown(exercise("2019"))))

    assert facts["ties"][0]["reality"] == "actual"
    assert facts["ties"][0]["claims"][0]["when"] == "2019"
