"""Arguments of the verbs of progress, drawn at random."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from minqing.domain.model import SATISFACTIONS, TIERS


def verb_arguments(days: st.SearchStrategy[date]) -> dict[str | None, st.SearchStrategy[str | None]]:
    """What each kind of argument may be, by the kind; dates are drawn from ``days``."""
    return {
        "owner": st.sampled_from(["李楼长", "绿化队"]),
        "body": st.just("街道办事处"),
        "bodies": st.just("城管、绿化"),
        "tier": st.sampled_from(TIERS),
        "category": st.sampled_from(["dispute", "environment", "safety"]),
        "date": days.map(date.isoformat),
        "issue": st.just("20260101-1"),
        "satisfaction": st.sampled_from(SATISFACTIONS),
        None: st.none(),
    }
