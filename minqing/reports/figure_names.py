"""What a figure is called, in words, and which one a person means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from minqing.domain.community import Community
from minqing.domain.errors import MISUSE, MinqingError
from minqing.messages import LANGUAGES, say, speaking
from minqing.reports.document import Chart
from minqing.reports.report import Report
from minqing.reports.stats_text import category_name
from minqing.reports.words import tier_or_owner
from minqing.text.normal import folded, near
from minqing.text.search import holds, words_of

SHOWN = 8
"""How many of several figures a word could mean are named."""

SHORT = ("", "issues.", "rates.", "balance.")
"""What may be left out before a key: ``raised`` means ``issues.raised``."""

EARLIER = ("previous.", "year_ago.")
"""Figures of earlier periods, which are meant only where that is said."""


class Names:
    """The names of the figures of a report, with its charts."""

    def __init__(self, report: Report, charts: Mapping[str, Chart], community: Community) -> None:
        self._report, self._charts, self._community = report, charts, community

    def name(self, key: str) -> str:
        """A figure in words: ``by_tier.small.open`` is 小事 未办结."""
        first, _, rest = key.partition(".")
        if first in ("previous", "year_ago"):
            return _joined(say(f"figures.{first}"), self.name(rest))
        if first == "charts":
            return self._of_chart(rest)
        if first == "closed_as":
            return _joined(say("figures.closed"), say(f"figures.ended-{rest}"))
        parts = key.split(".")
        if parts[-1] in ("n", "of"):
            rated = _joined(*self._owners(parts[:-2]), say(f"figures.{parts[-2]}"))
            return say(f"figures.{parts[-1]}", rate=rated)
        return _joined(*self._owners(parts[:-1]), say(f"figures.{parts[-1]}"))

    def _owners(self, parts: Sequence[str]) -> tuple[str, ...]:
        """Whose figure it is: a tier, a category, a place…; nothing for a figure of the whole."""
        report, kind = self._report, parts[0] if parts else ""
        if kind == "by_tier":
            return (say(f"words.{parts[1]}"),)
        if kind == "by_category":
            return (category_name(self._community, parts[1]),)
        if kind == "by_bucket":
            return (say(f"figures.{parts[1]}"),)
        if kind == "handling":
            return (tier_or_owner(getattr(report, f"by_{parts[1]}")[int(parts[2])].key),)
        if kind == "hot_places":
            return (report.hot_places[int(parts[1])].place,)
        if kind == "repeats":
            repeat = report.repeats[int(parts[1])]
            return repeat.place, category_name(self._community, repeat.category)
        return (report.rota[int(parts[1])].name,) if kind == "rota" else ()

    def _of_chart(self, rest: str) -> str:
        name, series, label = rest.split(".")
        chart = self._charts[name]
        return _joined(chart.title, chart.series[int(series)].name, chart.labels[int(label)])

    def meant(self, typed: str, keys: Iterable[str]) -> str:
        """The key of the figure that was typed: its key, its name in either language, or words of it.

        Raises ``MinqingError`` where there is none, or several.
        """
        known = list(keys)
        word = folded(typed)
        for short in SHORT:
            if short + word in known:
                return short + word
        names = self._in_both_languages(known)
        words = words_of(word)
        exact = [key for key in known if word in names[key]]
        found = exact or [key for key in known if any(holds(name, words) for name in names[key])]
        found = [key for key in found if not key.startswith(EARLIER)] or found
        if not found:
            raise _no_figure(typed, [name for both in names.values() for name in both])
        shown = list(dict.fromkeys(map(self.name, found)))
        if len(shown) > 1 and not exact:
            raise MinqingError("figures.several", MISUSE, word=typed, names=say("stats.list-comma").join(shown[:SHOWN]))
        return found[0]

    def _in_both_languages(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        names: dict[str, tuple[str, ...]] = dict.fromkeys(keys, ())
        for language in LANGUAGES:
            with speaking(language):
                names = {key: (*found, folded(self.name(key))) for key, found in names.items()}
        return names


def _joined(*parts: str) -> str:
    return say("figures.between").join(part for part in parts if part)


def _no_figure(typed: str, names: list[str]) -> MinqingError:
    nearest = near(folded(typed), list(dict.fromkeys(names)))
    code = "figures.no-figure-near" if nearest else "figures.no-figure"
    return MinqingError(code, MISUSE, word=typed, nearest=nearest or "")
