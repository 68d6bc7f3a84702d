"""Questions on an editable line: backspace over 汉字, completion, pastes, one-key answers; by prompt_toolkit.

A default stands in the line, selected: Enter takes it, typing replaces it, the arrows edit it.
"""

from __future__ import annotations

import asyncio
import os
import select
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, Filter
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPress, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.selection import SelectionState

from minqing.cli.drawing import fitted
from minqing.cli.keyboard.breaking_off import BreakingOff
from minqing.cli.keyboard.escaped import ALONE, bind_escape, finish_later
from minqing.cli.keyboard.hushed import hushed
from minqing.cli.keyboard.question import BACK, Question, key_of, last_name, matching, on_one_line, shown
from minqing.cli.keyboard.resized import watch_width
from minqing.cli.keyboard.watched import watch
from minqing.text.normal import visible

FIRST_GAP, PASTE_GAP = 0.05, 0.15
"""Seconds to wait for a second line after Enter, and for further ones: a paste comes faster than fingers."""

LINGERS = 0.4
"""Seconds for which an Enter behind a one-key answer still belongs to it: many press it out of habit, and the next
question would take it for an answer. It is not asked before; any other key goes on at once."""

SHOWN_CHOICES = 6
"""Lines kept free below a question for what completes it."""

MOST_SHOWN = 50_000
"""Characters of a paste that are put into the line to be looked at."""

BACK_MARKS = "".join(mark for mark in BACK if len(mark) == 1 and mark.isprintable())
"""What goes back at once where a sentence stands in the line."""

ENTER = (Keys.ControlM, Keys.ControlJ)


class Anywhere(Completer):
    """Completes with every choice that holds what was typed anywhere, not only at its beginning."""

    def __init__(self, choices: tuple[str, ...], several: bool) -> None:
        self._choices, self._several = choices, several

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """The choices for the name being typed, without those that stand in the line already."""
        before = document.text_before_cursor
        typed = last_name(before) if self._several else before
        there = before[: len(before) - len(typed)]
        for choice in matching(self._choices, typed):
            if choice not in there:
                yield Completion(choice, start_position=-len(typed), display=visible(choice))


class PromptedKeyboard:
    """Asks on the terminal behind ``input`` and ``output``."""

    def __init__(self, input: Input, output: Output) -> None:
        self._input, self._output = input, output
        self._begun, self._unfinished = False, False
        self._breaking_off = BreakingOff()

    @classmethod
    def of_terminal(cls) -> PromptedKeyboard:
        """The keyboard of this process's terminal. Raises where there is none that can be drawn on.

        The terminal is not asked where its cursor is: over a slow line the answer would come too late and be
        taken for something typed.
        """
        output = create_output(sys.stdout)
        if hasattr(output, "enable_cpr"):
            output.enable_cpr = False
        return cls(create_input(sys.stdin), output)

    @contextmanager
    def held(self) -> Iterator[None]:
        """See ``Keyboard``."""
        with hushed(), self._breaking_off.noticed():
            yield

    def ask(self, question: Question) -> str:
        """See ``Keyboard``."""
        session: PromptSession[str] = PromptSession(
            input=self._input,
            output=self._output,
            key_bindings=_bindings(question),
            completer=Anywhere(question.choices, question.several) if question.choices else None,
            complete_while_typing=bool(question.choices),
            reserve_space_for_menu=SHOWN_CHOICES if question.choices else 0,
        )
        session.app.timeoutlen = ALONE
        waited = self._waiting(0, PASTE_GAP if question.later else 0)
        if self._unfinished:
            session.app.pre_run_callables.append(partial(finish_later, session.app, self._input))
        kept = self._kept_for_later(question, waited)
        given = self._prompted(session, question)
        keyed = len(given) == 1 and given in question.keys
        if question.pastes and given.strip() and not keyed and not (waited and self._begun):
            given = self._with_rest(given, question)
        store_typeahead(self._input, [*get_typeahead(self._input), *kept])
        self._begun = not kept
        return given.replace("\r\n", "\n").replace("\r", "\n").strip()

    def _prompted(self, session: PromptSession[str], question: Question) -> str:
        watch(session, question)
        watch_width(session, os.environ)
        lines = shown(question.text).split("\n")

        def message() -> str:
            room = self._output.get_size().columns - 2
            return "\n".join(part for line in lines for part in fitted(line, room)) + " "

        try:
            with self._breaking_off.noticed(), self._breaking_off.put_off(session.app):
                return session.prompt(
                    message,
                    default=question.default,
                    pre_run=lambda: None if question.begun or question.edited else _select_all(session.default_buffer),
                    handle_sigint=False,  # between its last key and its end it would swallow a Ctrl-C
                )
        except (KeyboardInterrupt, EOFError):
            if question.typing:
                question.typing(session.default_buffer.text)
            raise

    def _kept_for_later(self, question: Question, waited: list[KeyPress]) -> list[KeyPress]:
        """What was typed before the question could be seen and answers the next one; the rest answers this one.

        A fresh question takes no Enter, one that can wait no paste.
        """
        if question.later and len("".join(map(_text_of, waited)).split("\n")) > 1:
            if any(press.key == Keys.ControlC for press in waited):
                raise KeyboardInterrupt
            return waited
        store_typeahead(self._input, [press for press in waited if not (question.fresh and press.key in ENTER)])
        return []

    def _with_rest(self, given: str, question: Question) -> str:
        """The answer with the further lines of a paste that came without the marks of one.

        A lone Enter waits for its question, and so does one line behind an untouched default, and what is no paste.
        Ctrl-C behind a paste ends the conversation once the paste is kept.
        """
        waiting = self._waiting(FIRST_GAP, PASTE_GAP)
        lines = _before_break(waiting)
        rest = "".join(map(_text_of, lines))
        least = 2 if given == question.default and not question.begun else 1
        together = f"{given}\n{rest}"
        several = sum(bool(line.strip()) for line in rest.split("\n")) >= least
        if several and question.typing:
            question.typing(together)  # before it is read, which takes a while
        if several and (question.is_paste is None or question.is_paste(together)):
            store_typeahead(self._input, waiting[len(lines) :])
            return together
        store_typeahead(self._input, waiting)
        return given

    def _waiting(self, first: float, gap: float) -> list[KeyPress]:
        """What was typed already, until for ``gap`` seconds (``first`` for the first of it) nothing more comes.

        A key of several bytes is left unfinished where nobody waits for the rest of them.
        """
        waiting, self._unfinished = get_typeahead(self._input), False
        first = gap if waiting else first
        with self._input.raw_mode():
            while sys.platform != "win32" and self._comes(first):
                more = self._input.read_keys() + (self._input.flush_keys() if gap else [])
                if not more and (self._input.closed or not gap):
                    self._unfinished = not self._input.closed
                    break
                waiting, first = [*waiting, *more], gap
        return waiting

    def _comes(self, seconds: float) -> bool:
        try:
            return bool(select.select([self._input.fileno()], [], [], seconds)[0])
        except (OSError, ValueError, NotImplementedError):
            return False


def _before_break(presses: Sequence[KeyPress]) -> Sequence[KeyPress]:
    """What was typed before Ctrl-C was pressed."""
    return presses[: next((at for at, press in enumerate(presses) if press.key == Keys.ControlC), len(presses))]


def _text_of(press: KeyPress) -> str:
    if press.key in ENTER:
        return "\n"
    if press.key == Keys.ControlI:
        return "\t"
    return press.data if press.key == Keys.BracketedPaste or len(press.key) == 1 else ""


def _select_all(buffer: Buffer) -> None:
    """Select the default, so that typing replaces it; a selection made with shift is what replaces."""
    if buffer.text:
        buffer.cursor_position = len(buffer.text)
        buffer.selection_state = SelectionState(original_cursor_position=0)
        buffer.selection_state.enter_shift_mode()


def _bindings(question: Question) -> KeyBindings:
    keys = KeyBindings()
    for enter in ENTER:
        keys.add(enter)(lambda event: _accept(event, question))
    # at once: with a selection Ctrl-C is also the beginning of longer keys, which would be waited for
    keys.add(Keys.ControlC, eager=True)(lambda event: event.app.exit(exception=KeyboardInterrupt))
    untouched = Condition(lambda: _is_untouched(question))
    keys.add(Keys.ControlD, filter=untouched)(lambda event: event.app.exit(exception=EOFError))
    keys.add(Keys.BracketedPaste)(lambda event: _paste(event, question))
    if question.pastes:
        keys.add(Keys.ControlI, filter=Condition(_comes_at_once))(lambda event: event.current_buffer.insert_text("\t"))
    # no mouse was asked for: what looks like one is a colour in pasted text, which the usual answer fails at
    keys.add(Keys.Vt100MouseEvent)(lambda event: None)
    bind_escape(keys, untouched, question.back)
    if question.edited:
        _bind_keys(keys, BACK_MARKS, untouched)
    elif question.keys and not question.later:
        _bind_keys(keys, question.keys, Condition(_is_empty))
    return keys


def _bind_keys(keys: KeyBindings, answers: str, fresh: Filter) -> None:
    """Keys that answer at once. What comes behind one belongs to the next question, but for its Enter."""
    pressed: list[str] = []
    answered = Condition(lambda: bool(pressed))
    for key in answers:
        for form in {key, key.upper(), _full_width(key), _full_width(key.upper())}:
            _bind_key(keys, form, pressed, ~answered & fresh)
    keys.add(Keys.Any, filter=answered, eager=True)(_go_on)
    keys.add(Keys.BracketedPaste, filter=answered, eager=True)(_go_on)
    for enter in ENTER:
        keys.add(enter, filter=answered, eager=True)(lambda event: event.app.exit(result=pressed[0]))


def _go_on(event: KeyPressEvent) -> None:
    """The key just pressed is for the next question."""
    for press in reversed(event.key_sequence):
        event.app.key_processor.feed(press, first=True)
    event.app.exit(result=event.current_buffer.text)


def _full_width(key: str) -> str:
    return chr(ord(key) + 0xFEE0) if 0x20 < ord(key) < 0x7F else key


def _is_untouched(question: Question) -> bool:
    """Whether nothing was typed yet: the line is empty, its default is still selected, or as it was to be edited."""
    buffer = get_app().current_buffer
    as_it_was = question.edited and not question.begun and buffer.text == question.default
    return not buffer.text or buffer.selection_state is not None or as_it_was


def _comes_at_once() -> bool:
    """Whether more came with the key: a tab parts the cells of a table then, and picks no name."""
    return bool(get_app().key_processor.input_queue)


def _is_empty() -> bool:
    return not get_app().current_buffer.text


def _bind_key(keys: KeyBindings, form: str, pressed: list[str], fresh: Filter) -> None:
    @keys.add(form, filter=fresh)
    def _(event: KeyPressEvent) -> None:
        pressed.append(key_of(form))
        event.current_buffer.document = Document(pressed[0])
        asyncio.get_running_loop().call_later(LINGERS, _end, event.app, pressed[0])


def _end(app: Application[str], answer: str) -> None:
    if app.is_running and not app.is_done:
        app.exit(result=answer)


def _accept(event: KeyPressEvent, question: Question) -> None:
    """Enter takes the line, which is kept at once: the window may be closed before anything comes of it."""
    typed = event.current_buffer.text
    if question.typing and len(typed) > 1:
        question.typing(typed)
    event.current_buffer.exit_selection()
    event.current_buffer.validate_and_handle()


def _paste(event: KeyPressEvent, question: Question) -> None:
    """Pasted text stands in the line until Enter; one that no screen could show is taken at once."""
    buffer, pasted = event.current_buffer, event.data.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if buffer.selection_state:
        buffer.cut_selection()
    if not question.pastes:
        pasted = on_one_line(pasted, question.several)
    elif question.edited and buffer.text == question.default and "\n" in pasted:
        pasted = f"\n{pasted}"  # no part of the sentence that stands in the line
    if len(pasted) > MOST_SHOWN:
        document = buffer.document
        event.app.exit(result=document.text_before_cursor + pasted + document.text_after_cursor)
    else:
        buffer.insert_text(pasted)
