"""Problems of a diary as values: a code, where, and what is needed to say it.

The sentences of a code are in ``messages.problems``; its severity and whether ``check --fix`` mends it are here.
An error leaves its entry out of the figures unless the code says that it is counted.
"""

from __future__ import annotations

from minqing.domain.values import dataclass, field

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """What holds for every problem of one code.

    ``keeps`` tells that an error does not leave the entry out; ``mended`` that ``check --fix`` has one safe mend.
    """

    severity: str
    keeps: bool = False
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one place.

    ``file`` is relative to the workspace with forward slashes, ``line`` and ``column`` count from 1 (0: the
    whole file), ``shown`` is the line as it stands in the file, ``params`` fill the sentences.
    """

    code: str
    file: str
    line: int = 0
    column: int = 0
    shown: str = ""
    params: dict[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
        return CODES[self.code].severity

    @property
    def is_error(self) -> bool:
        """Whether it makes ``check`` end with 1."""
        return CODES[self.code].severity == ERROR

    @property
    def leaves_out(self) -> bool:
        """Whether the entry cannot be counted because of it."""
        return self.is_error and not CODES[self.code].keeps


CODES: dict[str, Code] = {
    # the file as a whole
    "unreadable-file": Code(ERROR),
    "file-empty": Code(ERROR),
    "file-binary": Code(ERROR),
    "file-nul": Code(ERROR, mended=True),
    "file-too-large": Code(ERROR),
    "file-name": Code(ERROR),
    "file-folder": Code(WARNING),
    "file-nested": Code(ERROR),
    "file-outside": Code(ERROR),
    "encoding-gbk": Code(WARNING, mended=True),
    "encoding-utf16": Code(ERROR, mended=True),
    "encoding-unknown": Code(ERROR),
    "control-character": Code(ERROR),
    "conflict-marker": Code(ERROR, mended=True),
    # front matter
    "front-matter-missing": Code(ERROR),
    "fence-open": Code(ERROR),
    "fence-odd": Code(WARNING, mended=True),
    "fence-late": Code(ERROR),
    "issue-below-fence": Code(WARNING),
    "yaml-syntax": Code(ERROR),
    "yaml-anchor": Code(ERROR),
    "yaml-tag": Code(ERROR),
    "nested-too-deep": Code(ERROR),
    "not-a-mapping": Code(ERROR),
    "full-width": Code(WARNING, mended=True),
    "colon-blank": Code(WARNING, mended=True),
    "dash-blank": Code(WARNING, mended=True),
    "indent-odd": Code(WARNING, mended=True),
    "text-unquoted": Code(WARNING, mended=True),
    "comment-swallows": Code(WARNING, mended=True),
    "lines-joined": Code(WARNING),
    # keys and values
    "key-unknown": Code(WARNING),
    "key-typo": Code(WARNING, mended=True),
    "key-duplicate": Code(ERROR),
    "date-missing": Code(ERROR),
    "date-style": Code(WARNING, mended=True),
    "date-bad": Code(ERROR),
    "date-mismatch": Code(ERROR),
    "kind-unknown": Code(ERROR),
    "kind-mismatch": Code(WARNING),
    "time-bad": Code(ERROR),
    "number-bad": Code(ERROR),
    "length-beyond": Code(WARNING),
    "list-expected": Code(ERROR),
    "text-expected": Code(ERROR),
    "source-unknown": Code(ERROR),
    "tier-unknown": Code(ERROR),
    "category-unknown": Code(ERROR),
    "issue-expected": Code(ERROR),
    "id-missing": Code(ERROR),
    "id-bad": Code(ERROR),
    "id-duplicate": Code(ERROR, keeps=True),
    "id-date": Code(WARNING),
    "ticket-shared": Code(WARNING),
    "title-missing": Code(ERROR),
    "photo-path": Code(ERROR),
    # a photo is no figure, and git leaves photos at home unless the settings say otherwise: so no error on other desks
    "photo-missing": Code(WARNING),
    "photo-link": Code(WARNING),
    "photo-orphan": Code(WARNING),
    # progress
    "progress-undated": Code(ERROR),
    "progress-before-entry": Code(ERROR, keeps=True),
    "progress-joined": Code(ERROR),
    "progress-empty": Code(WARNING),
    "progress-argument": Code(WARNING),
    "progress-looks-closed": Code(WARNING),
    "progress-close-closed": Code(WARNING),
    "progress-reopen-open": Code(WARNING),
    "progress-no-effect": Code(WARNING),
    # privacy: no figure is wrong for it, and what history holds no edit takes out, so none of them is an error
    "privacy-phone": Code(WARNING),
    "privacy-landline": Code(WARNING),
    "privacy-identity": Code(WARNING),
    "privacy-card": Code(WARNING),
    "privacy-room": Code(WARNING),
    "privacy-name": Code(WARNING),
    "privacy-health": Code(WARNING),
    "privacy-minor": Code(WARNING),
    "privacy-faith": Code(WARNING),
    "privacy-correction": Code(WARNING),
    "privacy-folder-tracked": Code(WARNING),
    "privacy-folder-open": Code(WARNING),
    # settings
    "settings-syntax": Code(ERROR),
    "settings-encoding": Code(WARNING),
    "settings-key": Code(WARNING),
    "settings-punctuation": Code(WARNING),
    "settings-key-duplicate": Code(ERROR),
    "settings-value": Code(ERROR),
    "settings-format": Code(ERROR),
}
"""Every code there is; ``docs/problems.md`` and ``tests/errors`` have one of each."""
