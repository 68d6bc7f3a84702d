"""What stands around a chart."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "title": ("{title}({unit})", "{title} ({unit})"),
    "comma": ("、", ", "),
    "in-words": ("{title}: {figures}", "{title}: {figures}"),
    "from-to": ("{first} 至 {last}", "{first} to {last}"),
    "days": ("{walked} 走了  {missed} 没走", "{walked} walked  {missed} missed"),
}
