"""The dialogs, each loaded when it is opened first: all of them would be a tenth of the time that a start takes."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from itemlink_gui.gui.dialogs import (
        as_of as as_of,
    )
    from itemlink_gui.gui.dialogs import (
        assign as assign,
    )
    from itemlink_gui.gui.dialogs import (
        backups as backups,
    )
    from itemlink_gui.gui.dialogs import (
        check_file as check_file,
    )
    from itemlink_gui.gui.dialogs import (
        comparison as comparison,
    )
    from itemlink_gui.gui.dialogs import (
        delete_category as delete_category,
    )
    from itemlink_gui.gui.dialogs import (
        details as details,
    )
    from itemlink_gui.gui.dialogs import (
        file_history as file_history,
    )
    from itemlink_gui.gui.dialogs import (
        handover as handover,
    )
    from itemlink_gui.gui.dialogs import (
        link_fields as link_fields,
    )
    from itemlink_gui.gui.dialogs import (
        new_record as new_record,
    )
    from itemlink_gui.gui.dialogs import (
        outbox as outbox,
    )
    from itemlink_gui.gui.dialogs import (
        periods as periods,
    )
    from itemlink_gui.gui.dialogs import (
        preferences as preferences,
    )
    from itemlink_gui.gui.dialogs import (
        service as service,
    )
    from itemlink_gui.gui.dialogs import (
        words as words,
    )


def __getattr__(name: str) -> ModuleType:
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError:
        raise AttributeError(name) from None
