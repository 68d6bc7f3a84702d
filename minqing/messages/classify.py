"""Why a tier, category, owner or date is suggested."""

TEXTS: dict[str, tuple[str, str]] = {
    "no-text": ("没有要归类的话。用法: {usage}", "There is no text to classify. Usage: {usage}"),
    "too-large": (
        "超过 {count} 万字,一次归类不了这么多。请分成几份。",
        "This is more than {thousands} 000 characters, too much to be classified at once. Split it up.",
    ),
    "because": ("因为 {reason}", "because {reason}"),
    "category": ("{words} → {category_name}", "{words} → {category}"),
    "no-category": (
        "没有认出类别的词 → {category_name},请改正",
        "no word of a category was recognised → {category}: please correct it",
    ),
    "category-model": (
        "“{words}”多见于{category_name}(按例句推断)",
        "“{words}” is mostly said of {category} (learned from examples)",
    ),
    "category-meaning": (
        "单看用词说不准,从整句的意思看是{category_name}",
        "the words alone do not tell; the sentence as a whole means {category}",
    ),
    "category-like": ("以前的“{title}”算作{category_name}", "“{title}” was {category} before"),
    "tier-settled": ("{words} → {tier_name},当场办结", "{words} → {tier}, settled on the spot"),
    "tier-settled-likely": (
        "“{words}” → {tier_name},像是当场办结",
        "“{words}” → {tier}: it sounds settled on the spot",
    ),
    "tier-words": ("{words} → {tier_name}", "{words} → {tier}"),
    "tier-households": ("{households}户反映 → {tier_name}", "raised by {households} households → {tier}"),
    "tier-repeats": (
        "同一处第{times}次了 → {tier_name},要找原因",
        "time {times} at the same place → {tier}: the cause is to be found",
    ),
    "tier-like": ("以前的“{title}”算作{tier_name}", "“{title}” was {tier} before"),
    "unsure-category": ("类别没有把握,请核对", "the category is a guess: please check it"),
    "unsure-tier": ("层级没有把握,请核对", "the tier is a guess: please check it"),
    "tier-public": (
        "在公共道路上 → {tier_name},由权属单位办",
        "on a public road → {tier}: whoever owns the thing must act",
    ),
    "tier-model": (
        "“{words}”多见于{tier_name}(按例句推断)",
        "“{words}” is mostly said of {tier} matters (learned from examples)",
    ),
    "tier-meaning": (
        "单看用词说不准,从整句的意思看是{tier_name}",
        "the words alone do not tell; the sentence as a whole means a {tier} matter",
    ),
    "tier-usual": ("“{category_name}”一般是{tier_name}", "{category} is usually {tier}"),
    "owner": ("{category_name}的{tier_name} → {owner}", "{tier} {category} matter → {owner}"),
    "owner-managed": (
        "{building}有物业管理 → {owner}",
        "{building} has property management → {owner}",
    ),
    "place": ("“{words}” → 地点", "“{words}” → the place"),
    "place-own": ("“{words}” → 地点(设置里有“{name}”)", "“{words}” → the place (the settings have “{name}”)"),
    "reporter": ("“{words}” → 反映人", "“{words}” → who told it"),
    "due-tier": ("{tier_name} → {days}天内", "{tier} → within {days} days"),
    "due-tier-working": ("{tier_name} → {days}个工作日内", "{tier} → within {days} working days"),
    "due-tier-same-day": ("{tier_name} → 当天", "{tier} → the same day"),
    "due-category": ("{category_name} → {days}天内", "{category} → within {days} days"),
    "due-category-working": ("{category_name} → {days}个工作日内", "{category} → within {days} working days"),
    "due-category-same-day": ("{category_name} → 当天", "{category} → the same day"),
    "due-outage": ("停水停电停气停暖 → 24小时内", "an outage of water, power, gas or heating → within 24 hours"),
    "due-promise": ("“{words}” → {due}", "“{words}” → {due}"),
    "due-danger": ("危及人身财产安全 → 当天", "danger to life or property → the same day"),
    "due-guessed": (
        "{year}年的放假安排还没有公布,按周一至周五算工作日;公布后可写进 minqing.yaml 的“调休”",
        "the days off of {year} are not announced yet: Monday to Friday were counted as working days; "
        "once known they can be written under `workdays` in minqing.yaml",
    ),
}
