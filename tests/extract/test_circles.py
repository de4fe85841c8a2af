from tracker.extract.circles import heads, undo_circles
from tracker.extract.pipeline import parse
from tracker.rules import load_lexicon


def test_a_parse_that_runs_in_a_circle_is_put_back() -> None:
    (doc,) = parse(["Chad rejected the plan. Mali accepted the offer."], load_lexicon().small_words())
    before = heads(doc)
    plan, verb, offer = doc[3], doc[1], doc[8]
    verb.head, offer.dep_ = plan, "nsubj"
    undo_circles(doc, before)
    assert (verb.head, plan.head) == (verb, verb)
    assert offer.dep_ == "nsubj"  # of another sentence, which leads to its head


def test_what_leads_to_its_head_stays() -> None:
    (doc,) = parse(["Chad rejected the plan of Mali."], load_lexicon().small_words())
    before = heads(doc)
    of = doc[4]
    of.head = doc[1]
    undo_circles(doc, before)
    assert of.head == doc[1]
