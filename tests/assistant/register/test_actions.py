"""The register of actions: who is to do what, and what the later minutes show of it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.register.actions import ActionRegister
from assistant.register.completing import answers_request, says_done
from assistant.register.model import Action, Standing
from assistant.register.tasks import task_of
from ingest import Kind
from tests.assistant.register.meetings import BODY, COUNCIL, meeting, store_of
from vectorstore import Filters

MARCH, MAY, JULY = date(2020, 3, 3), date(2020, 5, 5), date(2020, 7, 7)
TASK = ("Skate ramp – The Clerk to write to Zenith Ramps about the cracked skate ramp.", Kind.ACTION)


def followed(folder, *later, task=TASK, **told) -> Action:
    """The action raised in March after the later meetings were loaded; each is its day and what was said."""
    held = [meeting(day, ("Matters arising", said), **told) for day, said in later]
    with store_of(folder, meeting(MARCH, ("Matters arising", [task])), *held) as store:
        (action,) = (a for a in ActionRegister(store).actions() if a.passage.held_on == MARCH)
    return action


def test_an_action_of_the_last_meeting_loaded_is_raised_and_nothing_more(folder):
    action = followed(folder)
    assert (action.standing, action.mentions) == (Standing.RAISED, ())
    assert action.status == "raised, no later meeting loaded"


def test_an_action_that_no_later_meeting_comes_back_to_is_not_seen_again_up_to_the_last_of_them(folder):
    action = followed(folder, (MAY, ["The pond was cleared."]), (JULY, ["The swings were oiled."]))
    assert action.status == "not seen again up to 7 July 2020"


def test_a_later_passage_under_the_same_name_mentions_it_and_is_quoted(folder):
    action = followed(folder, (MAY, ["Skate ramp – no reply had been received from Zenith Ramps."]))
    assert action.status == "mentioned 5 May 2020"
    assert action.shown_by.quote == "Skate ramp – no reply had been received from Zenith Ramps."


def test_it_is_discharged_only_by_a_passage_that_says_it_was_done(folder):
    action = followed(
        folder,
        (MAY, ["Skate ramp – The Clerk would write to Zenith Ramps this week."]),
        (JULY, ["Skate ramp – The Clerk had written to Zenith Ramps. Their reply was awaited."]),
    )
    assert action.status == "discharged 7 July 2020"
    assert action.shown_by.quote == "Skate ramp – The Clerk had written to Zenith Ramps."
    assert [mention.done for mention in action.mentions] == [False, True]


def test_a_matter_without_a_name_is_known_again_by_the_rare_words_it_shares(folder):
    task = ("The Clerk to obtain a quotation for resurfacing the tarmac tennis courts.", Kind.ACTION)
    said = "A quotation for resurfacing the tarmac tennis courts had been obtained."
    assert followed(folder, (MAY, [said]), task=task).standing is Standing.DISCHARGED


def test_one_common_word_does_not_make_a_mention(folder):
    said = ["The bench by the skate park was painted.", "A ramp was fitted at the library."]
    assert followed(folder, (MAY, said)).standing is Standing.NOT_SEEN


def test_another_bodys_minutes_discharge_nothing(folder):
    said = ["Skate ramp – The Clerk had written to Zenith Ramps."]
    action = followed(folder, (MAY, said), body="Finance Committee")
    assert action.standing is Standing.RAISED


def test_the_body_that_a_matter_was_sent_to_can_come_back_to_it(folder):
    task = ("Skate ramp – The Clerk to report the cracked ramp to the Finance Committee.", Kind.ACTION)
    said = ["Skate ramp – The Clerk reported that the ramp was cracked."]
    assert followed(folder, (MAY, said), task=task, body="Finance Committee").standing is Standing.DISCHARGED


def test_minutes_that_do_not_name_the_council_are_those_of_the_only_one_with_such_a_body(folder):
    said = ["Skate ramp – The Clerk had written to Zenith Ramps."]
    assert followed(folder, (MAY, said), council=None).standing is Standing.DISCHARGED


def test_agenda_text_shows_nothing(folder):
    said = [("Skate ramp – to note that the Clerk has written to Zenith Ramps.", Kind.AGENDA_TEXT)]
    assert followed(folder, (MAY, said)).standing is Standing.NOT_SEEN


def test_filters_say_where_it_was_raised_and_not_where_it_was_seen_again(folder):
    later = meeting(MAY, ("Matters arising", ["Skate ramp – The Clerk had written to Zenith Ramps."]))
    with store_of(folder, meeting(MARCH, ("Ramps", [TASK])), later) as store:
        register = ActionRegister(store)
        (action,) = register.actions(Filters(date_to=MARCH))
        assert action.standing is Standing.DISCHARGED
        assert register.actions(Filters(council="Elsewhere")) == []
        assert register.actions(standings=[Standing.RAISED]) == []
        assert register.actions(search="zenith clerk") == [action]
        assert register.actions(search="zenith trampoline") == []


def test_the_register_is_read_anew_when_minutes_are_added(folder):
    from tests.vectorstore.hashing import HashEmbedder
    from vectorstore import load

    with store_of(folder, meeting(MARCH, ("Ramps", [TASK]))) as store:
        register = ActionRegister(store)
        assert [a.standing for a in register.actions()] == [Standing.RAISED]
        load(store, iter([meeting(MAY, ("Pond", ["The pond was cleared."]))]), HashEmbedder())
        assert [a.standing for a in register.actions()] == [Standing.NOT_SEEN]


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        ("The Clerk had written to Highways.", True),
        ("A letter to Highways had been sent.", True),
        ("The work had been completed.", True),
        ("Completed.", True),
        ("The Clerk had not yet written to Highways.", False),
        ("The Clerk would write to Highways.", False),
        ("Members asked whether Highways had been contacted.", False),
        ("No letter had been sent.", False),
        ("Nothing would be done until Highways had been contacted.", False),
        ("The Mayor had written to Highways.", False),
        ("The bin had been emptied.", False),
    ],
)
def test_what_says_that_it_was_done_is_told_from_what_does_not(sentence, done):
    assert says_done(sentence, "The Clerk to write to Highways.", "The Clerk") is done


def test_a_report_that_answers_a_request_is_known():
    assert answers_request("He tabled a draft as he had been requested to do in March.")
    assert not answers_request("Members asked if he had drafted it as he had been requested to do in March.")


@pytest.mark.parametrize(
    ("words", "owner", "due"),
    [
        (
            "Fostering manager to bring back the results to the next meeting.",
            "Fostering manager",
            "the next meeting",
        ),
        ("Head of Libraries to open talks before Christmas.", "Head of Libraries", "Christmas"),
        ("HL undertook to remind the owner by the end of March 2020.", "HL", "the end of March 2020"),
        ("Hold a day on Female Genital Mutilation (FGM).", None, None),
        ("Supply the list of parishes. (Martin Osei)", "Martin Osei", None),
        ("It was hoped to open in May.", None, None),
    ],
)
def test_owner_and_due_date_are_read_as_printed(words, owner, due):
    (_, passage) = meeting(MARCH, ("Tasks", [(words, Kind.ACTION)])).passages()
    task = task_of(passage)
    assert (task.owner, task.due) == (owner, due)


def test_the_task_is_the_sentence_that_gives_it(folder):
    long = "The fence by the brook has been down since the storm of last winter. " * 5
    action = followed(folder, task=(f"{long}The Clerk to ask for quotations. It was cold.", Kind.ACTION))
    assert action.task == "The Clerk to ask for quotations."
    assert (action.passage.council, action.passage.body) == (COUNCIL, BODY)
