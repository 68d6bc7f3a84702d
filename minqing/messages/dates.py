"""What is said about a date or a period that cannot be read."""

TEXTS: dict[str, tuple[str, str]] = {
    "not-a-day": (
        "看不懂“{text}”是哪一天。可以写:2026-11-16、11月16日、昨天、上周一、3天后、月底。",
        "“{text}” is not a day I can read. Write for example: 2026-11-16, 11-16, yesterday, last monday, in 3 days.",
    ),
    "not-a-period": (
        "看不懂“{text}”是哪段时间。可以写:2026-11、上月、三季度、上半年、2026、2026-01-01..2026-06-30。",
        "“{text}” is not a period I can read. Write for example: 2026-11, last month, 2026-q4, this year, "
        "2026-01-01..2026-06-30.",
    ),
    "no-such-day": (
        "“{text}”不存在(没有这一天,或不在 1949 至 2199 年之间)。请核对后重写,例如:2026-11-16、11月16日、昨天。",
        "“{text}” does not exist (no such day, or not between the years 1949 and 2199). Check it and write "
        "for example: 2026-11-16, 11-16, yesterday.",
    ),
    "reversed": (
        "“{text}”前后颠倒:从 {start} 到 {end}。早的写在前面,例如:2026-01-01..2026-06-30;跨年时请写上年份。",
        "“{text}” is the wrong way round: from {start} to {end}. Write the earlier end first, for example "
        "2026-01-01..2026-06-30, with the years where they differ.",
    ),
}
