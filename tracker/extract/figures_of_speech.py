"""Words of war for what is no violence: charm offensives and price wars, who comes under attack over a plan, who is
bombarded with questions, who fires back that it is not so."""

from typing import TYPE_CHECKING

from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extract.tokens import Token

_MODIFIERS = {"amod", "compound", "nmod"}
_ANSWERS = {"fire", "hit", "lash", "shoot", "storm", "strike"}
_ABOUT = {"over", "for", "about"}


def _is_war(noun: "Token") -> bool:
    return noun.lemma_.lower() in {"war", "battle", "feud", "fight"}


def _objects(token: "Token") -> "Iterator[Token]":
    """The noun itself, or what a verb is done to, with what that is part of: "the first shot in a price war"."""
    if token.pos_ != "VERB":
        yield token
        return
    done_to = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
    yield from done_to
    yield from (g for t in (token, *done_to) for c in t.children if c.lower_ == "in" for g in c.children if _is_war(g))
    if token.dep_ == "acl":
        yield token.head


def _is_war_of_another_kind(token: "Token") -> bool:
    return any(
        c.lower_ in word_class("figurative") and c.dep_ in _MODIFIERS for noun in _objects(token) for c in noun.children
    )


def _is_criticism(noun: "Token") -> bool:
    """Whether who "came under attack" was criticised: over something, or because it is a deal and no place."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "under" or noun.head.head.lemma_ not in {"come", "be", "remain"}:
        return False
    verb = noun.head.head
    about = any(c.dep_ == "prep" and c.lower_ in _ABOUT for t in (verb, noun, *noun.children) for c in t.children)
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    return about or any(c.lemma_.lower() in word_class("deal") | word_class("texts") for c in subjects)


def _is_said(verb: "Token") -> bool:
    """Whether a verb of fighting tells of an answer in words: "shot back that", '"Never," he shot back'."""
    return (
        verb.lemma_ in _ANSWERS
        and not any(c.dep_ == "dobj" for c in verb.children)
        and any(
            c.dep_ == "ccomp" and (c.i < verb.i or any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children))
            for c in verb.children
        )
    )


def _is_rise(verb: "Token") -> bool:
    """Whether something only went up: "prices shot up"."""
    objects = any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)
    return verb.lemma_ == "shoot" and not objects and any(c.lower_ == "up" for c in verb.children)


def is_figure_of_speech(trigger: Trigger) -> bool:
    """Whether a word for an attack is one only in name."""
    if trigger.type is not EventType.ATTACK:
        return False
    token = trigger.token
    if _is_war_of_another_kind(token):
        return True
    if token.pos_ == "NOUN":
        return _is_criticism(token)
    words = (t for t in trigger.arguments.get("with") if t.dep_ == "pobj")
    return _is_said(token) or _is_rise(token) or any(t.lemma_.lower() in word_class("words_put") for t in words)
