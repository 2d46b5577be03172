<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ItemLink</name>
    <message>
        <location filename="app.py"/>
        <source>{why} This is {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>Its folder cannot be made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>[Customers] dragged onto [items], kept in one local file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>the file to open; else the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>make a file and open it; never overwrites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>verify a file and print what is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>add ItemLink to the applications menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>take it out of the menu again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>tell errors in a dialog, as the menu entry does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>sample files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>write a sample file and exit; never overwrites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>with --demo; else {default}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>{name} is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>{name} is in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>Open it in the window: that offers its backups, or to save what can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>Tools ▸ Check file in the window repairs this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/errors.py"/>
        <source>“{name}” cannot be opened. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="base/errors.py"/>
        <source>No longer in this file: %n [item|items] (number {ids}).</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="base/errors.py"/>
        <source>No longer in this file: %n [customer|customers] (number {ids}).</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="base/errors.py"/>
        <source>This was changed elsewhere in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/launcher.py"/>
        <source>ItemLink could not be added to the applications menu: {reason} ({path}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/launcher.py"/>
        <source>ItemLink could not be removed from the applications menu: {reason} ({path}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/launcher.py"/>
        <source>ItemLink can add itself to the menu of Linux desktops only. Here, make a shortcut to main.py instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Language, from the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>item|items|customer|customers|Assign|Assigned|to|Remove|Removed|from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>product|products|customer|customers|Add|Added|to|Remove|Removed|from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>plan|plans|subscriber|subscribers|Subscribe|Subscribed|to|Unsubscribe|Unsubscribed|from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>service|services|member|members|Grant|Granted|access to|Remove|Removed|from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>licence|licences|holder|holders|Issue|Issued|with|Remove|Removed|from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>course|courses|student|students|Enrol|Enrolled|in|Withdraw|Withdrew|from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="engine/__init__.py"/>
        <source>Nothing was done, because no backup could be made before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="engine/__init__.py"/>
        <location filename="engine/workers.py"/>
        <source>The file is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;New file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Save a &amp;copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Show in &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/main_window.py"/>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/panes/message_bar.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/main_window.py"/>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Paste onto the current record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Clear the &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Find [items]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>F&amp;ind [customers]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Pr&amp;eferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Go to [items]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>G&amp;o to [customers]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Go to the in&amp;spector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;New [item]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <source>[Item]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Ne&amp;w [customer]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <source>[Customer]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Edit in the &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Open in the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;[Verb]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>[Verb]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>[Verb] the sele&amp;cted [customers] [prep] the selected [items]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>[Unverb] t&amp;he selected [customers] [from] the selected [items]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Re&amp;place the links of the current record by the selection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Remove all lin&amp;ks of the selected records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Check file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Add to applications &amp;menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;About ItemLink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Safe mode, because ItemLink did not start properly the last two times: the window is as at first, and no backups are made by themselves. Close ItemLink and start it again for the usual mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>ItemLink was ended by the system the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Show report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <location filename="gui/commands/files.py"/>
        <source>New file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <location filename="gui/commands/files.py"/>
        <location filename="gui/rescue.py"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Restored. The file as it was before is kept as “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/bugs.py"/>
        <source>ItemLink made a mistake. What you see is stored; this one step may not have been done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/bugs.py"/>
        <source>The system ended ItemLink. What was stored before is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/clipboard.py"/>
        <source>{what} copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/clipboard.py"/>
        <source>Nothing to paste here: copy [customers] first, then paste onto [items], or the other way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>No other files yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>{name} copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>A copy was saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>Add to applications menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>ItemLink is in the applications menu, and opens *{suffix} files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>ItemLink {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>About ItemLink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>Who has what: [customers] dragged onto [items].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/dialogs/assign.py"/>
        <source>[Verb]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/panes/linked_list.py"/>
        <source>[Unverb]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>{what}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>Nothing to add: %n link(s) were there already</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>Also to the %n other(s) selected</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Nothing to remove: there are no such links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select [items] or [customers] first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select [items] on one side and [customers] on the other first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select the record whose links to replace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select what to replace them by on the other side first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Nothing to replace: just these are linked already</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>Replace all [customers] of {name} by the %n selected?</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>Replace all [items] of {name} by the %n selected?</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>{added} will be added, {removed} removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/prompts.py"/>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select the records whose links to remove first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>There are no links to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Remove links</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>Remove all %n link(s) of {name}?</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/records.py"/>
        <source>Delete {what}? %n link(s) will go with it.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/records.py"/>
        <source>Delete {what}? %n link(s) will go with them.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/records.py"/>
        <source>Undo brings everything back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/commands/records.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>{name}, linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>[Customers] of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>[Items] of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <location filename="gui/panes/table_pane.py"/>
        <source>Search [items]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <location filename="gui/panes/table_pane.py"/>
        <source>Search [customers]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <location filename="gui/panes/table_pane.py"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>Enter adds or removes · Shift+Enter creates · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>{day} {date}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/labels.py"/>
        <location filename="gui/rescue.py"/>
        <source>%n [item|items]</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/labels.py"/>
        <location filename="gui/rescue.py"/>
        <source>%n [customer|customers]</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/rescue.py"/>
        <source>%n link(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n more [item|items]</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n fewer [item|items]</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n more [customer|customers]</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n fewer [customer|customers]</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n more link(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n fewer link(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n step(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>{steps}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/backups.py"/>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/panes/history_list.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Since then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Name then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>{name} (another file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/backups.py"/>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>This backup is damaged and cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Since then: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>It cannot be compared. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>A backup is made on opening after a change, after every {minutes} minutes of change, and before anything that touches much. All of the last {all} days are kept, then one a day for {days} days, one a week for {weeks} weeks and one a month for {months} months. Restore puts a backup in the place of the file; the file as it is now is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Looking for backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/standing.py"/>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/previews.py"/>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/rescue.py"/>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/dialogs/check_file.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/prompts.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>No backups yet. One is made when the file is opened again after a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>The backups could not be listed. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/dialogs/check_file.py"/>
        <source>This file can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Making a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>There is nothing in the file to back up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Nothing has changed since the newest backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>A backup was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>What helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>A backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Check file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Checking the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <location filename="gui/standing.py"/>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <location filename="gui/rescue.py"/>
        <location filename="gui/standing.py"/>
        <source>Save what can be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Looking through the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Closing this window stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Looked at: every page of the file, both ends of each link, what records are sorted and searched by, and the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>The file is in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>This file can only be read: repair a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Repair makes a backup first and throws nothing away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Go back to a backup, or save what can be read in a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/check_file.py"/>
        <source>%n problem(s) found.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>The file could not be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>… and {rest} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Repaired:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Undo takes back what was filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>There was nothing to repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>It could not be repaired. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{what} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{what} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{what} only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/labels.py"/>
        <source>{what} deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{what} only there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/panes/history_list.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/tables/columns.py"/>
        <location filename="store/models.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>In this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>In the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{field}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Open the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Backup · {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>No differences: both files hold the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>The first {listed} of {all} differences are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/file_history.py"/>
        <location filename="gui/panes/history_list.py"/>
        <location filename="gui/panes/inspector.py"/>
        <location filename="store/salvage.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/new_record.py"/>
        <location filename="gui/panes/empty.py"/>
        <source>New [item]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/new_record.py"/>
        <location filename="gui/panes/empty.py"/>
        <source>New [customer]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/new_record.py"/>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/dialogs/preferences.py"/>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <location filename="gui/tables/columns.py"/>
        <location filename="ops/sample.py"/>
        <location filename="store/salvage.py"/>
        <source>[Items]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <location filename="gui/tables/columns.py"/>
        <location filename="ops/sample.py"/>
        <location filename="store/salvage.py"/>
        <source>[Customers]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Verb] {customers} [prep] {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Unverb] {customers} [from] {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>A change that can no longer be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/labels.py"/>
        <source> (%n already [was|were])</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>{added} added, {removed} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Customers] of [item] {item} replaced: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Items] of [customer] {customer} replaced: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Item] {name} created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Customer] {name} created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Item] {name} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Customer] {name} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Item] {name} made as a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Customer] {name} made as a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Sample data added</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/labels.py"/>
        <source>: %n record(s) made again</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>The file was repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Taken back: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Changed by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Replace [customers] of {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Replace [items] of {customer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/labels.py"/>
        <source>Remove %n link(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Create {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Change {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Duplicate as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Delete {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <location filename="gui/panes/empty.py"/>
        <source>Fill with sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Repair the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Take back “{step}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Change by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Undone: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>Done again: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Customer] {customer} added to [item] {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Item] {item} added to [customer] {customer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Done] {customers} [prep] {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/labels.py"/>
        <source>%n link(s) added between {items} and {customers}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Customer] {customer} removed from [item] {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Item] {item} removed from [customer] {customer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Undone] {customers} [from] {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/labels.py"/>
        <source>%n link(s) removed between {items} and {customers}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/labels.py"/>
        <source>All links (%n) of {what} removed</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/labels.py"/>
        <source> with %n link(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Item] {name} deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/labels.py"/>
        <source>[Customer] {name} deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/leaving.py"/>
        <source>%n change(s) could not be stored. Try again, or do the same again to leave them.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/leaving.py"/>
        <source>{field} was not stored: {reason} Do the same again to leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>{name} (read only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>{name} — ItemLink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>Co&amp;lumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>{what} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>, {hidden} hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/news.py"/>
        <location filename="gui/tables/edit.py"/>
        <source>{field} was not stored: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/banner.py"/>
        <source>Put this away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>No record matches the search and the narrowing above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>No [items] yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>[Items] are what [customers] are dragged onto. Make the first one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>No [customers] yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>[Customers] are dragged onto [items]. Make the first one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/history_list.py"/>
        <source>{step} (undone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/history_list.py"/>
        <source>Take back this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Created {created} · changed {changed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Select a record to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/linked_list.py"/>
        <source>Linked [customers]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/linked_list.py"/>
        <source>Linked [items]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/linked_list.py"/>
        <source>Add [customers]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/linked_list.py"/>
        <source>Add [items]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/linked_list.py"/>
        <source>{name} has no [customers] yet. Drag some here, or add them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/linked_list.py"/>
        <source>{name} has no [items] yet. Drag some here, or add them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/message_bar.py"/>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/message_bar.py"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/message_bar.py"/>
        <source>Show the selected rows that are hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/message_bar.py"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/message_bar.py"/>
        <source>Clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Which [items] to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Which [customers] to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Not linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Only those linked to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Only those not linked to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Select [customers] to narrow the [items] to theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Select [items] to narrow the [customers] to theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>{found} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/previews.py"/>
        <source>{name}, backup of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/previews.py"/>
        <source>Restore this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/previews.py"/>
        <source>This is a backup: you may look, but nothing can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>There is a file “{name}” already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>This report helps to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>ItemLink files (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>{field} was changed elsewhere in the meantime.

Now: {theirs}
Yours: {ours}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>Use mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>Keep theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>Changed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>ItemLink did not start properly the last two times, so it is in safe mode now: the window is as at first, and nothing runs in the background.

Which file shall be opened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Open “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Open another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <location filename="gui/waiting.py"/>
        <location filename="store/explain.py"/>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>The newest good backup was made on {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>The file as it is now is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>What can still be read can be saved in a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Looking for a good backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Restore the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Putting the backup in place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>{name} saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Save what can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Reading what can be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>The new file has {items}, {customers}, {links} and {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/rescue.py"/>
        <source>%n step(s) of the history</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Nothing is missing as far as can be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/rescue.py"/>
        <source>%n record(s), link(s) or step(s) could not be read.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/rescue.py"/>
        <source>In %n record(s) something may be missing: a field is empty, or the name is “… (name lost)”.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Open the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>This file can only be read. To change something, save a copy and go on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file was moved or renamed; it is now “{name}” in {folder}. Until you go on there, nothing can be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Go on there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Another file was put in the place of this one. Nothing is written into it; what you see here is the file as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Another file was written over this one, and nothing is stored in it. Backups has what was here before, as it was when the last one was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file was deleted, and nothing can be stored. What you see is still here: save a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file cannot be reached: its folder was removed, or its disk or share is not connected. Nothing can be stored until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>No backup could be made. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Check file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Nothing was stored; see above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/standing.py"/>
        <source>%n change(s) to be tried again.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file lies on a network share ({kind}). There two programs can write at once without noticing; work on a copy on this computer, or make sure that you are the only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file lies in a folder that {service} keeps in step. Open it on one computer at a time, and wait until {service} is done before you open it on another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/standing.py"/>
        <source>%n conflicted version(s) of this file found beside it: it was changed on two computers at once.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/tables/columns.py"/>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/tables/columns.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/drag.py"/>
        <source>Drop to remove %n link(s); the records stay</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/drag.py"/>
        <source> (%n already linked)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/drag.py"/>
        <source>Drop to add %n to {name}</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="gui/tables/drag.py"/>
        <source>All are linked to {name} already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/tables/drag.py"/>
        <source>already linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/tables/drag.py"/>
        <source> · {already} already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="gui/waiting.py"/>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/customers.py"/>
        <source>This username is taken by {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>There is no such field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>This must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>{field} may not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>At most {limit} characters; these are {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>An e-mail address looks like name@example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>There is a control character in it ({code}); remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/items.py"/>
        <source> (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="ops/links.py"/>
        <source>That would be more than %n link(s) at once; choose fewer.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="ops/sample.py"/>
        <source>There are records in this file already; sample data only goes into an empty file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/sample.py"/>
        <source>This must be a number from 0 to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/sample.py"/>
        <location filename="store/salvage.py"/>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="ops/sample.py"/>
        <location filename="store/salvage.py"/>
        <source>Search index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>“{name}” is there already. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>A record that it needs no longer exists. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>Its links were changed since. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>The record was deleted since. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>“{name}” was changed since. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>“{name}” was changed since: {field} is now “{theirs}”, not “{ours}”. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>The record has links that were made since. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>The username is used by somebody else now. It stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/backup.py"/>
        <source>The copy could not be verified and was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>There is not enough room on the disk for a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>There is not enough room on the disk for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>The folder of the backups cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>Another program is using the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>The folder of the backups cannot be written, or the file not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>A part of the file cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>An index of the file is not in line with its table: {finding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>A search index is not in line with the records: {finding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The file is damaged: {finding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n link(s) whose [item] is missing.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n link(s) whose [customer] is missing.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n [customer|customers] without their user.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n row(s) of the table {table} without the other end.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The {kind} “{name}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The {kind} “{name}” is not made as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The {kind} “{name}” does not belong to ItemLink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n user(s) that no [customer] has.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n row(s) of the table {table} with a number that cannot be.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>What [items] are sorted and searched by is not in line with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>What [customers] are sorted and searched by is not in line with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The number of [customers] is not right for every [item].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The number of [items] is not right for every [customer].</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n step(s) of the history that cannot be read (number {ids}).</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The search index “{name}” is not in line with the records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>It is in use by another program in a way that is not safe to share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>It was made by a newer ItemLink. Install that one to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <location filename="store/salvage.py"/>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>You may not read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>It is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>It is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The disk is full. Nothing was stored; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file or its folder is read-only. Nothing was stored; save a copy elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The search index is not in order. Nothing was stored; Check file in the menu Tools repairs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The disk reports an error. Nothing was stored; save a copy elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file or its folder cannot be written. Nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>Another program is using the file. Nothing was stored; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file was moved, replaced or deleted by another program. Nothing was stored; save a copy to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>This file can only be read. Nothing was stored; save a copy to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file is damaged. It was left as it is, and nothing is stored in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>This is the open file itself; choose another name for the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>It is damaged. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>Another program is using it. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <location filename="store/salvage_source.py"/>
        <source>It could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>It is not an ItemLink file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/migrate.py"/>
        <source>It could not be brought up to date and was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Username</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/new_file.py"/>
        <source>There is a file of that name already; it was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/new_file.py"/>
        <source>It cannot be made there: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/new_file.py"/>
        <source>It cannot be made there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>The table “{name}” was made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>The index “{name}” was made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>The indexes were built anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>What records are sorted, searched and counted by was derived anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>%n step(s) of the history cannot be read and can no longer be taken back.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <location filename="store/salvage.py"/>
        <source>[Item] {id} (name lost)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <location filename="store/salvage.py"/>
        <source>Company {id} (name lost)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: %n [item|items] that links lead to; the names are lost.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: %n [customer|customers] that links lead to; the names are lost.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: %n company record(s) that [customers] lead to; the names are lost.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: the user(s) of %n [customer|customers]; the names are lost.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: the [customer|customers] of %n user(s).</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <location filename="store/salvage.py"/>
        <source>[Customer] {id} (name lost)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/salvage.py"/>
        <source>What was saved could not be verified and was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/salvage.py"/>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/salvage.py"/>
        <source>Companies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/undo.py"/>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/undo.py"/>
        <source>There is nothing to do again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/undo.py"/>
        <source>This step is taken back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="store/undo.py"/>
        <source>Something else was changed in the meantime; look at the history and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
