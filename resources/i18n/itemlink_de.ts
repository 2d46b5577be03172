<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ItemLink</name>
    <message>
        <location filename="api/serve.py"/>
        <source>{name} needs {low} to {high} letters of English, digits or signs, without spaces.</source>
        <translation>{name} braucht {low} bis {high} Buchstaben ohne Umlaute, Ziffern oder Zeichen, ohne Leerzeichen.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>{name} is served again, as it is now.</source>
        <translation>{name} ist wieder erreichbar, so wie die Datei jetzt ist.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>{name} is served at {address}</source>
        <translation>{name} ist erreichbar unter {address}</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>Described at {address}</source>
        <translation>Beschrieben unter {address}</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>Nothing can be changed: this file is open for reading only.</source>
        <translation>Nichts kann geändert werden: Diese Datei ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>Token: {token}</source>
        <translation>Token: {token}</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>Ctrl+C ends it.</source>
        <translation>Strg+C beendet es.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>The local service has ended. Its log says why.</source>
        <translation>Der lokale Dienst hat sich beendet. Im Protokoll steht, warum.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>{name} was moved or renamed; it is now {where}.</source>
        <translation>{name} wurde verschoben oder umbenannt; die Datei ist jetzt {where}.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>Another file was put in the place of {name}.</source>
        <translation>An die Stelle von {name} wurde eine andere Datei gelegt.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>Another file was written over {name}.</source>
        <translation>{name} wurde mit einer anderen Datei überschrieben.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>{name} was deleted.</source>
        <translation>{name} wurde gelöscht.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>{name} cannot be reached.</source>
        <translation>{name} ist nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>{name} stands where it was, and is served again.</source>
        <translation>{name} liegt wieder dort, wo die Datei war, und ist wieder erreichbar.</translation>
    </message>
    <message>
        <location filename="api/serve.py"/>
        <source>Until it is back, scripts are answered with 503.</source>
        <translation>Bis die Datei wieder da ist, erhalten Skripte die Antwort 503.</translation>
    </message>
    <message>
        <location filename="api/service.py"/>
        <source>The service was stopped.</source>
        <translation>Der Dienst wurde beendet.</translation>
    </message>
    <message>
        <location filename="api/service.py"/>
        <source>The local service lacks {name}. To install it: pip install fastapi uvicorn</source>
        <translation>Dem lokalen Dienst fehlt {name}. So wird es installiert: pip install fastapi uvicorn</translation>
    </message>
    <message>
        <location filename="api/sockets.py"/>
        <location filename="app.py"/>
        <source>The port must be a number from {low} to {high}.</source>
        <translation>Der Port muss eine Zahl von {low} bis {high} sein.</translation>
    </message>
    <message>
        <location filename="api/sockets.py"/>
        <location filename="base/errors.py"/>
        <source>Port {port} is free.</source>
        <translation>Port {port} ist frei.</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>{why} This is {name}.</source>
        <translation>{why} Dies ist {name}.</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>Its folder cannot be made: {reason}.</source>
        <translation>Ihr Ordner lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>[Customers] dragged onto [items], kept in one local file.</source>
        <translation>[Customers] auf [items] gezogen, aufbewahrt in einer Datei auf diesem Rechner.</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>the file to open; else the last one</source>
        <translation>die Datei, die geöffnet wird; sonst die letzte</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>make a file and open it; never overwrites</source>
        <translation>legt eine Datei an und öffnet sie; überschreibt nie</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>verify a file and print what is wrong</source>
        <translation>prüft eine Datei und gibt aus, was nicht stimmt</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>add ItemLink to the applications menu</source>
        <translation>nimmt ItemLink ins Anwendungsmenü auf</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>take it out of the menu again</source>
        <translation>nimmt es wieder aus dem Menü</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>tell errors in a dialog, as the menu entry does</source>
        <translation>meldet Fehler in einem Fenster, wie der Menüeintrag</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>local service, for scripts</source>
        <translation>lokaler Dienst, für Skripte</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>answer scripts on this computer, without a window</source>
        <translation>Skripten auf diesem Computer antworten, ohne Fenster</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>with --serve; else {default}</source>
        <translation>zusammen mit --serve; sonst {default}</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>sample files</source>
        <translation>Beispieldateien</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>write a sample file and exit; never overwrites</source>
        <translation>schreibt eine Beispieldatei und endet; überschreibt nie</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>with --demo; else {default}</source>
        <translation>mit --demo; sonst {default}</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>--serve serves one file</source>
        <translation>--serve bedient eine Datei</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>--port goes with --serve</source>
        <translation>--port gehört zu --serve</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>{name} is written.</source>
        <translation>{name} ist geschrieben.</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>{name} is in order.</source>
        <translation>{name} ist in Ordnung.</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>Open it in the window: that offers its backups, or to save what can be read.</source>
        <translation>Im Fenster öffnen: Dort lassen sich Sicherungen zurückholen oder retten, was lesbar ist.</translation>
    </message>
    <message>
        <location filename="app.py"/>
        <source>Tools ▸ Check file in the window repairs this.</source>
        <translation>Extras ▸ Datei prüfen im Fenster repariert das.</translation>
    </message>
    <message>
        <location filename="base/errors.py"/>
        <source>“{name}” cannot be opened. {reason}</source>
        <translation>„{name}“ lässt sich nicht öffnen. {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="base/errors.py"/>
        <source>No longer in this file: %n [item|items] (number {ids}).</source>
        <translation><numerusform>Nicht mehr in dieser Datei: %n [item] (Nummer {ids}).</numerusform><numerusform>Nicht mehr in dieser Datei: %n [items] (Nummer {ids}).</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="base/errors.py"/>
        <source>No longer in this file: %n [company|companies] (number {ids}).</source>
        <translation><numerusform>Nicht mehr in dieser Datei: %n Firma (Nummer {ids}).</numerusform><numerusform>Nicht mehr in dieser Datei: %n Firmen (Nummer {ids}).</numerusform></translation>
    </message>
    <message>
        <location filename="base/errors.py"/>
        <source>This category is no longer in the file.</source>
        <translation>Diese Kategorie ist nicht mehr in der Datei.</translation>
    </message>
    <message numerus="yes">
        <location filename="base/errors.py"/>
        <source>No longer in this file: %n [customer|customers] (number {ids}).</source>
        <translation><numerusform>Nicht mehr in dieser Datei: %n [customer] (Nummer {ids}).</numerusform><numerusform>Nicht mehr in dieser Datei: %n [customers] (Nummer {ids}).</numerusform></translation>
    </message>
    <message>
        <location filename="base/errors.py"/>
        <source>This was changed elsewhere in the meantime.</source>
        <translation>Das wurde inzwischen anderswo geändert.</translation>
    </message>
    <message numerus="yes">
        <location filename="base/errors.py"/>
        <source>{taken} of %n place(s) [is|are] taken</source>
        <translation><numerusform>{taken} von %n Platz ist belegt</numerusform><numerusform>{taken} von %n Plätzen sind belegt</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="base/errors.py"/>
        <source>{item} has %n free place(s), but {wanted} are needed.</source>
        <translation><numerusform>{item} hat %n freien Platz, gebraucht werden {wanted}.</numerusform><numerusform>{item} hat %n freie Plätze, gebraucht werden {wanted}.</numerusform></translation>
    </message>
    <message>
        <location filename="base/errors.py"/>
        <source>{item} is full: {said}.</source>
        <translation>{item} ist voll: {said}.</translation>
    </message>
    <message numerus="yes">
        <location filename="base/errors.py"/>
        <source>So it is with %n other(s).</source>
        <translation><numerusform>Bei %n weiteren ist es ebenso.</numerusform><numerusform>Bei %n weiteren ist es ebenso.</numerusform></translation>
    </message>
    <message>
        <location filename="base/errors.py"/>
        <source>Port {port} is used by another program.</source>
        <translation>Port {port} wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <location filename="base/launcher.py"/>
        <source>ItemLink could not be added to the applications menu: {reason} ({path}).</source>
        <translation>ItemLink ließ sich nicht ins Anwendungsmenü aufnehmen: {reason} ({path}).</translation>
    </message>
    <message>
        <location filename="base/launcher.py"/>
        <source>ItemLink could not be removed from the applications menu: {reason} ({path}).</source>
        <translation>ItemLink ließ sich nicht aus dem Anwendungsmenü nehmen: {reason} ({path}).</translation>
    </message>
    <message>
        <location filename="base/launcher.py"/>
        <source>ItemLink can add itself to the menu of Linux desktops only. Here, make a shortcut to main.py instead.</source>
        <translation>ItemLink kann sich nur unter Linux selbst ins Menü aufnehmen. Hier hilft eine Verknüpfung mit main.py.</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Compact</source>
        <translation>Eng</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Language, from the next start</source>
        <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message numerus="yes">
        <location filename="base/settings.py"/>
        <source>%n day(s)</source>
        <translation><numerusform>%n Tag</numerusform><numerusform>%n Tage</numerusform></translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Notify when something is added</source>
        <translation>Melden, was hinzugefügt wird</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Notify when something is removed</source>
        <translation>Melden, was entfernt wird</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Notify when few places are left</source>
        <translation>Melden, wenn wenige Plätze frei sind</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Notify when something is overbooked</source>
        <translation>Melden, was überbucht ist</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Notify when a waiting list can move up</source>
        <translation>Melden, wenn eine Warteliste nachrücken kann</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Notify when something ends soon</source>
        <translation>Melden, was bald endet</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>“Soon” means within</source>
        <translation>„Bald“ heißt innerhalb von</translation>
    </message>
    <message>
        <location filename="base/settings.py"/>
        <source>Notify on the desktop too</source>
        <translation>Auch auf dem Desktop melden</translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>item|items|customer|customers|Assign|Assigned|to|Remove|Removed|from</source>
        <translation>Artikel|Artikel|Kunde|Kunden|Zuordnen|Zugeordnet|zu|Entfernen|Entfernt|von</translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>product|products|customer|customers|Add|Added|to|Remove|Removed|from</source>
        <translation>Produkt|Produkte|Kunde|Kunden|Hinzufügen|Hinzugefügt|zu|Entfernen|Entfernt|von</translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>plan|plans|subscriber|subscribers|Subscribe|Subscribed|to|Unsubscribe|Unsubscribed|from</source>
        <translation>Tarif|Tarife|abonnierende Person|Abonnierende|Anmelden|Angemeldet|für|Abmelden|Abgemeldet|von</translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>service|services|member|members|Grant|Granted|access to|Remove|Removed|from</source>
        <translation>Dienst|Dienste|Mitglied|Mitglieder|Freischalten|Freigeschaltet|für|Entfernen|Entfernt|von</translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>licence|licences|holder|holders|Issue|Issued|with|Remove|Removed|from</source>
        <translation>Lizenz|Lizenzen|nutzende Person|Nutzende|Ausstatten|Ausgestattet|mit|Entfernen|Entfernt|von</translation>
    </message>
    <message>
        <location filename="base/words.py"/>
        <source>course|courses|student|students|Enrol|Enrolled|in|Withdraw|Withdrew|from</source>
        <translation>Kurs|Kurse|teilnehmende Person|Teilnehmende|Einschreiben|Eingeschrieben|in|Abmelden|Abgemeldet|von</translation>
    </message>
    <message>
        <location filename="engine/__init__.py"/>
        <source>Nothing was done, because no backup could be made before.</source>
        <translation>Nichts wurde getan, weil vorher keine Sicherung möglich war.</translation>
    </message>
    <message>
        <location filename="engine/__init__.py"/>
        <location filename="engine/workers.py"/>
        <source>The file is closed.</source>
        <translation>Die Datei ist geschlossen.</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;New file…</source>
        <translation>&amp;Neue Datei…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Save a &amp;copy…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Backups…</source>
        <translation>&amp;Sicherungen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/main_window.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/panes/message_bar.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/main_window.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Paste onto the current record</source>
        <translation>&amp;Einfügen beim aktuellen Datensatz</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Clear the &amp;selection</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Find [items]</source>
        <translation>&amp;Suchen: [items]</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>F&amp;ind [customers]</source>
        <translation>S&amp;uchen: [customers]</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Find co&amp;mpanies</source>
        <translation>Suchen: Fir&amp;men</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Sa&amp;ve the search as a filter</source>
        <translation>Suche als Filter spei&amp;chern</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Pr&amp;eferences…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Go to [items]</source>
        <translation>&amp;Gehe zu: [items]</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>G&amp;o to [customers]</source>
        <translation>Ge&amp;he zu: [customers]</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Go to co&amp;mpanies</source>
        <translation>Gehe zu: Fir&amp;men</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Go to the in&amp;spector</source>
        <translation>Gehe zum Ins&amp;pektor</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Notifications</source>
        <translation>Mitte&amp;ilungen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Messages…</source>
        <translation>&amp;Nachrichten…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;As of…</source>
        <translation>S&amp;tand vom…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Who had it when…</source>
        <translation>&amp;Wer hatte es wann…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;New [item]…</source>
        <translation>&amp;Neu: [item]…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/dialogs/periods.py"/>
        <location filename="gui/dialogs/words.py"/>
        <location filename="gui/panes/preference_list.py"/>
        <location filename="gui/panes/waiting_list.py"/>
        <source>[Item]</source>
        <translation>[Item]</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Ne&amp;w [customer]…</source>
        <translation>Ne&amp;u: [customer]…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/dialogs/outbox.py"/>
        <location filename="gui/dialogs/periods.py"/>
        <location filename="gui/panes/preference_list.py"/>
        <location filename="gui/panes/waiting_list.py"/>
        <source>[Customer]</source>
        <translation>[Customer]</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>New co&amp;mpany…</source>
        <translation>Neu: Fir&amp;ma…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Edit in the &amp;table</source>
        <translation>In der &amp;Tabelle bearbeiten</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Open in the inspector</source>
        <translation>Im Inspektor ö&amp;ffnen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/commands/filters.py"/>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Pick &amp;up to drop in the other pane</source>
        <translation>Aufnehmen und drüben a&amp;blegen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>New cate&amp;gory</source>
        <translation>Neue Kateg&amp;orie</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Check file…</source>
        <translation>Datei &amp;prüfen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Words of this file…</source>
        <translation>&amp;Wörter dieser Datei…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Local service…</source>
        <translation>&amp;Lokaler Dienst…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Add to applications menu</source>
        <translation>&amp;Ins Anwendungsmenü aufnehmen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;About ItemLink</source>
        <translation>&amp;Über ItemLink</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;[Verb]…</source>
        <translation>&amp;[Verb]…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>[Verb]…</source>
        <translation>[Verb]…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Add to companie&amp;s…</source>
        <translation>Zu F&amp;irmen hinzufügen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>[Verb] the s&amp;elected with details…</source>
        <translation>Auswahl mit A&amp;ngaben [verb]…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Details o&amp;f the selected links…</source>
        <translation>An&amp;gaben zu den ausgewählten Verknüpfungen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>End links that are o&amp;ver…</source>
        <translation>Abgelaufene &amp;Verknüpfungen beenden…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Fiel&amp;ds of links…</source>
        <translation>Fel&amp;der der Verknüpfungen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Re&amp;place the links of the current record by the selection…</source>
        <translation>Verknüpfungen des aktuellen Datensatzes durch die Auswahl e&amp;rsetzen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Copy or move [items] to another [customer]…</source>
        <translation>[Items] kopieren oder verschieben (Ziel: [customer])…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Remove all lin&amp;ks of the selected records…</source>
        <translation>Alle Ver&amp;knüpfungen der Auswahl entfernen…</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Move up from the waiting list</source>
        <translation>Von der Warteliste nachrücken</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Put on the waiting list</source>
        <translation>Auf die Warteliste setzen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <location filename="gui/panes/preference_list.py"/>
        <source>[Verb] everyone who wants it</source>
        <translation>Alle [verb], die es möchten</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Wants it</source>
        <translation>&amp;Möchte es</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Favourite</source>
        <translation>&amp;Liebling</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Declined</source>
        <translation>&amp;Abgelehnt</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>F&amp;orget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Add the sele&amp;cted [customers] to the selected companies</source>
        <translation>Aus&amp;wahl: [customers] zu Firmen hinzufügen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Remove t&amp;he selected [customers] from the selected companies</source>
        <translation>A&amp;uswahl: [customers] aus Firmen entfernen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>[Verb] the sele&amp;cted [customers] [prep] the selected [items]</source>
        <translation>Aus&amp;wahl [verb] ([customers], [items])</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>[Unverb] t&amp;he selected [customers] [from] the selected [items]</source>
        <translation>A&amp;uswahl [unverb] ([customers], [items])</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Records</source>
        <translation>Da&amp;tensätze</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Links</source>
        <translation>&amp;Verknüpfungen</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="gui/actions.py"/>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/actions.py"/>
        <source>&amp;Notifications (%n)</source>
        <translation><numerusform>Mitte&amp;ilungen (%n)</numerusform><numerusform>Mitte&amp;ilungen (%n)</numerusform></translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Safe mode, because ItemLink did not start properly the last two times: the window is as at first, and no backups are made by themselves. Close ItemLink and start it again for the usual mode.</source>
        <translation>Sicherer Modus, weil ItemLink die letzten zwei Male nicht richtig gestartet ist: Das Fenster ist wie am Anfang, und Sicherungen entstehen nicht von selbst. Für den üblichen Modus ItemLink schließen und neu starten.</translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>ItemLink was ended by the system the last time.</source>
        <translation>ItemLink wurde beim letzten Mal vom System beendet.</translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <location filename="gui/commands/files.py"/>
        <location filename="gui/opened.py"/>
        <location filename="gui/rescue.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Restored. The file as it was before is kept as “{name}”</source>
        <translation>Wiederhergestellt. Die Datei, wie sie vorher war, liegt als „{name}“ daneben</translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <location filename="gui/application.py"/>
        <source>Not done</source>
        <translation>Nicht getan</translation>
    </message>
    <message>
        <location filename="gui/bugs.py"/>
        <source>ItemLink made a mistake. What you see is stored; this one step may not have been done.</source>
        <translation>ItemLink hat einen Fehler gemacht. Was zu sehen ist, ist gespeichert; nur dieser eine Schritt fehlt vielleicht.</translation>
    </message>
    <message>
        <location filename="gui/bugs.py"/>
        <source>The system ended ItemLink. What was stored before is there.</source>
        <translation>Das System hat ItemLink beendet. Was vorher gespeichert war, ist da.</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <location filename="gui/panes/category_choice.py"/>
        <location filename="gui/panes/category_model.py"/>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>New category…</source>
        <translation>Neue Kategorie…</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Nothing to change: they are in this category already</source>
        <translation>Nichts zu ändern: Sie sind schon in dieser Kategorie</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <location filename="gui/commands/filters.py"/>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Lime</source>
        <translation>Hellgrün</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <location filename="gui/commands/categories.py"/>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <location filename="gui/commands/clipboard.py"/>
        <source>{what} copied</source>
        <translation>{what} kopiert</translation>
    </message>
    <message>
        <location filename="gui/commands/clipboard.py"/>
        <source>Nothing to paste here: copy [customers] first, then paste onto [items] or companies, or the other way round.</source>
        <translation>Hier gibt es nichts einzufügen: erst [customers] kopieren, dann bei [items] oder Firmen einfügen, oder umgekehrt.</translation>
    </message>
    <message>
        <location filename="gui/commands/dates.py"/>
        <source>As of {day}</source>
        <translation>Stand vom {day}</translation>
    </message>
    <message>
        <location filename="gui/commands/dates.py"/>
        <source>Looking back…</source>
        <translation>Rückblick läuft…</translation>
    </message>
    <message>
        <location filename="gui/commands/dates.py"/>
        <source>{name} as of {day}</source>
        <translation>{name}, Stand vom {day}</translation>
    </message>
    <message>
        <location filename="gui/commands/dates.py"/>
        <source>Select one [item] or one [customer] first.</source>
        <translation>Erst einen Eintrag auswählen: [item] oder [customer].</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>No other files yet</source>
        <translation>Noch keine anderen Dateien</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>A copy was saved as {name}</source>
        <translation>Kopie gespeichert als {name}</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>Add to applications menu</source>
        <translation>Ins Anwendungsmenü aufnehmen</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>ItemLink is in the applications menu, and opens *{suffix} files.</source>
        <translation>ItemLink steht im Anwendungsmenü und öffnet *{suffix}-Dateien.</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>ItemLink {version}</source>
        <translation>ItemLink {version}</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>About ItemLink</source>
        <translation>Über ItemLink</translation>
    </message>
    <message>
        <location filename="gui/commands/files.py"/>
        <source>Who has what: [customers] dragged onto [items].</source>
        <translation>Wer hat was: [customers] auf [items] gezogen.</translation>
    </message>
    <message>
        <location filename="gui/commands/filters.py"/>
        <location filename="ops/filters.py"/>
        <source>Type into a search box first what the filter is to find.</source>
        <translation>Erst ins Suchfeld tippen, was der Filter finden soll.</translation>
    </message>
    <message>
        <location filename="gui/commands/filters.py"/>
        <source>Re&amp;place by the present search</source>
        <translation>Durch die jetzige Suche e&amp;rsetzen</translation>
    </message>
    <message>
        <location filename="gui/commands/filters.py"/>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <location filename="gui/commands/filters.py"/>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <location filename="gui/commands/gestures.py"/>
        <source>Select what to pick up first.</source>
        <translation>Erst auswählen, was aufgenommen wird.</translation>
    </message>
    <message>
        <location filename="gui/commands/handover.py"/>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/commands/places.py"/>
        <source>Select [customers] first.</source>
        <translation>Erst [customers] auswählen.</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/commands/places.py"/>
        <source>Select [items] on one side and [customers] on the other first.</source>
        <translation>Erst [items] auf der einen und [customers] auf der anderen Seite auswählen.</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>[Verb] with details</source>
        <translation>Mit Angaben [verb]</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/dialogs/assign.py"/>
        <source>[Verb]</source>
        <translation>[Verb]</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/dialogs/assign.py"/>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>[Verb] with details…</source>
        <translation>Mit Angaben [verb]…</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/dialogs/handover.py"/>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/panes/linked_list.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/panes/linked_list.py"/>
        <source>[Unverb]</source>
        <translation>[Unverb]</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/panes/working.py"/>
        <location filename="gui/prompts.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>Select rows in the list of what is linked to a record first.</source>
        <translation>Erst Zeilen in der Liste der Verknüpfungen eines Datensatzes auswählen.</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>Select rows in the list first.</source>
        <translation>Erst Zeilen in der Liste auswählen.</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>There are no links between them.</source>
        <translation>Dazwischen gibt es keine Verknüpfungen.</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>{customers} in {items}</source>
        <translation>{customers} bei {items}</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/panes/inspector.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>No link is over.</source>
        <translation>Keine Verknüpfung ist abgelaufen.</translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/link_data.py"/>
        <source>End %n link(s) whose last day has passed?</source>
        <translation><numerusform>%n Verknüpfung beenden, deren letzter Tag vorbei ist?</numerusform><numerusform>%n Verknüpfungen beenden, deren letzter Tag vorbei ist?</numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/link_data.py"/>
        <source>End links</source>
        <translation>Verknüpfungen beenden</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>{what}?</source>
        <translation>{what}?</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>%n of them [is|are] not shown.</source>
        <translation><numerusform>%n davon wird nicht gezeigt.</numerusform><numerusform>%n davon werden nicht gezeigt.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>Also to the %n other(s) selected</source>
        <translation><numerusform>Auch zu dem %n anderen der Auswahl</numerusform><numerusform>Auch zu den %n anderen der Auswahl</numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Nothing to remove: there are no such links</source>
        <translation>Nichts zu entfernen: Es gibt keine solchen Verknüpfungen</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select [items] or [customers] first.</source>
        <translation>Erst [items] oder [customers] auswählen.</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select companies on one side and [customers] on the other first.</source>
        <translation>Erst Firmen auf der einen und [customers] auf der anderen Seite auswählen.</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select the record whose links to replace first.</source>
        <translation>Erst den Datensatz auswählen, dessen Verknüpfungen ersetzt werden.</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select what to replace them by on the other side first.</source>
        <translation>Erst auf der anderen Seite auswählen, wodurch sie ersetzt werden.</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Nothing to replace: just these are linked already</source>
        <translation>Nichts zu ersetzen: Genau diese sind schon verknüpft</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>{added} will be added, {removed} removed.</source>
        <translation>{added} kommen hinzu, {removed} fallen weg.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>%n will be added.</source>
        <translation><numerusform>%n kommt hinzu.</numerusform><numerusform>%n kommen hinzu.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>%n will be removed.</source>
        <translation><numerusform>%n wird entfernt.</numerusform><numerusform>%n werden entfernt.</numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <location filename="gui/prompts.py"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Select the records whose links to remove first.</source>
        <translation>Erst die Datensätze auswählen, deren Verknüpfungen entfernt werden.</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>There are no links to remove</source>
        <translation>Es gibt keine Verknüpfungen zu entfernen</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Remove links</source>
        <translation>Verknüpfungen entfernen</translation>
    </message>
    <message>
        <location filename="gui/commands/links.py"/>
        <source>Nobody was added: there is no free place</source>
        <translation>Niemand kam hinzu: Es gibt keinen freien Platz</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>%n [is|are] on the waiting list already</source>
        <translation><numerusform>%n steht schon auf der Warteliste</numerusform><numerusform>%n stehen schon auf der Warteliste</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/links.py"/>
        <source>Nothing to add: %n link(s) [was|were] there already</source>
        <translation><numerusform>Nichts hinzuzufügen: %n Verknüpfung war schon da</numerusform><numerusform>Nichts hinzuzufügen: %n Verknüpfungen waren schon da</numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/notifications.py"/>
        <source>It is no longer there.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/notifications.py"/>
        <source>
and %n more</source>
        <translation><numerusform>
und %n weitere</numerusform><numerusform>
und %n weitere</numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/pinned.py"/>
        <source>(free)</source>
        <translation>(frei)</translation>
    </message>
    <message>
        <location filename="gui/commands/pinned.py"/>
        <source>&amp;{key}  {name}</source>
        <translation>&amp;{key}  {name}</translation>
    </message>
    <message>
        <location filename="gui/commands/pinned.py"/>
        <source>Take it off its key</source>
        <translation>Von der Taste nehmen</translation>
    </message>
    <message>
        <location filename="gui/commands/pinned.py"/>
        <source>Nothing is on key {key}. Put [items] on keys with Records ▸ Put on a key.</source>
        <translation>Auf Taste {key} liegt nichts. Mit Datensätze ▸ Auf eine Taste legen kommen [items] auf Tasten.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/places.py"/>
        <source>%n can move up · Move up</source>
        <translation><numerusform>%n kann nachrücken · Nachrücken</numerusform><numerusform>%n können nachrücken · Nachrücken</numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/places.py"/>
        <source>Nobody to put on the list: all of them have it or wait already</source>
        <translation>Niemand für die Liste: Alle haben es oder warten schon</translation>
    </message>
    <message>
        <location filename="gui/commands/places.py"/>
        <source>Select one [item] first.</source>
        <translation>Erst einen Eintrag auswählen ([item]).</translation>
    </message>
    <message>
        <location filename="gui/commands/places.py"/>
        <source>Nobody wants it who does not have it</source>
        <translation>Niemand möchte es, der es nicht schon hat</translation>
    </message>
    <message>
        <location filename="gui/commands/places.py"/>
        <source>Select [items] first.</source>
        <translation>Erst [items] auswählen.</translation>
    </message>
    <message>
        <location filename="gui/commands/places.py"/>
        <source>Nothing to change: it is so already</source>
        <translation>Nichts zu ändern: Es ist schon so</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/records.py"/>
        <source>Delete {what}? %n link(s) will go with it.</source>
        <translation><numerusform>{what} löschen? %n Verknüpfung geht mit.</numerusform><numerusform>{what} löschen? %n Verknüpfungen gehen mit.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/commands/records.py"/>
        <source>Delete {what}? %n link(s) will go with them.</source>
        <translation><numerusform>{what} löschen? %n Verknüpfung geht mit.</numerusform><numerusform>{what} löschen? %n Verknüpfungen gehen mit.</numerusform></translation>
    </message>
    <message>
        <location filename="gui/commands/records.py"/>
        <location filename="gui/dialogs/delete_category.py"/>
        <source>Undo brings everything back.</source>
        <translation>Rückgängig holt alles zurück.</translation>
    </message>
    <message>
        <location filename="gui/commands/records.py"/>
        <location filename="gui/dialogs/delete_category.py"/>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="gui/commands/service.py"/>
        <source>Local service…</source>
        <translation>Lokaler Dienst…</translation>
    </message>
    <message>
        <location filename="gui/commands/service.py"/>
        <source>Start for this file</source>
        <translation>Für diese Datei starten</translation>
    </message>
    <message>
        <location filename="gui/commands/words.py"/>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <location filename="gui/commands/words.py"/>
        <source>Next…</source>
        <translation>Weiter…</translation>
    </message>
    <message>
        <location filename="gui/commands/words.py"/>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <location filename="gui/commands/words.py"/>
        <source>Words of this file</source>
        <translation>Wörter dieser Datei</translation>
    </message>
    <message>
        <location filename="gui/commands/words.py"/>
        <source>Use these words</source>
        <translation>Diese Wörter verwenden</translation>
    </message>
    <message>
        <location filename="gui/dialogs/as_of.py"/>
        <location filename="gui/previews.py"/>
        <source>As of…</source>
        <translation>Stand vom…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/as_of.py"/>
        <location filename="gui/dialogs/link_field.py"/>
        <location filename="ops/link_data.py"/>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location filename="gui/dialogs/as_of.py"/>
        <location filename="gui/panes/message_bar.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/as_of.py"/>
        <source>Shows the file as it was at the end of a day, in a window of its own in which nothing can be changed.</source>
        <translation>Zeigt die Datei, wie sie am Ende eines Tages war, in einem eigenen Fenster, in dem sich nichts ändern lässt.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>{name}, linked</source>
        <translation>{name}, verknüpft</translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <location filename="gui/dialogs/handover.py"/>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <location filename="gui/dialogs/handover.py"/>
        <source>Type a name</source>
        <translation>Einen Namen tippen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <location filename="gui/dialogs/handover.py"/>
        <location filename="gui/panes/search_box.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>Enter adds or removes</source>
        <translation>Enter fügt hinzu oder entfernt</translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>Shift+Enter creates</source>
        <translation>Umschalt+Enter legt an</translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>Esc closes</source>
        <translation>Esc schließt</translation>
    </message>
    <message>
        <location filename="gui/dialogs/assign.py"/>
        <source>Ctrl+Enter adds with details</source>
        <translation>Strg+Enter fügt mit Angaben hinzu</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Yesterday {time}</source>
        <translation>Gestern {time}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>{day} {date}, {time}</source>
        <translation>{day} {date}, {time}</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/dialogs/periods.py"/>
        <location filename="gui/panes/category_model.py"/>
        <location filename="gui/rescue.py"/>
        <location filename="labels/__init__.py"/>
        <location filename="labels/categories.py"/>
        <source>%n [item|items]</source>
        <translation><numerusform>%n [item]</numerusform><numerusform>%n [items]</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/dialogs/outbox.py"/>
        <location filename="gui/dialogs/periods.py"/>
        <location filename="gui/rescue.py"/>
        <location filename="labels/__init__.py"/>
        <source>%n [customer|customers]</source>
        <translation><numerusform>%n [customer]</numerusform><numerusform>%n [customers]</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/rescue.py"/>
        <source>%n link(s)</source>
        <translation><numerusform>%n Verknüpfung</numerusform><numerusform>%n Verknüpfungen</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n more [item|items]</source>
        <translation><numerusform>%n [item] mehr</numerusform><numerusform>%n [items] mehr</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n fewer [item|items]</source>
        <translation><numerusform>%n [item] weniger</numerusform><numerusform>%n [items] weniger</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n more [customer|customers]</source>
        <translation><numerusform>%n [customer] mehr</numerusform><numerusform>%n [customers] mehr</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n fewer [customer|customers]</source>
        <translation><numerusform>%n [customer] weniger</numerusform><numerusform>%n [customers] weniger</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n more link(s)</source>
        <translation><numerusform>%n Verknüpfung mehr</numerusform><numerusform>%n Verknüpfungen mehr</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n fewer link(s)</source>
        <translation><numerusform>%n Verknüpfung weniger</numerusform><numerusform>%n Verknüpfungen weniger</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/backup_table.py"/>
        <source>%n step(s)</source>
        <translation><numerusform>%n Schritt</numerusform><numerusform>%n Schritte</numerusform></translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>{steps}: {what}</source>
        <translation>{steps}: {what}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="labels/__init__.py"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/panes/history_list.py"/>
        <location filename="gui/panes/notification_centre.py"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Since then</source>
        <translation>Seitdem</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Name then</source>
        <translation>Name damals</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>{name} (another file)</source>
        <translation>{name} (andere Datei)</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backup_table.py"/>
        <location filename="gui/dialogs/backups.py"/>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>This backup is damaged and cannot be read.</source>
        <translation>Diese Sicherung ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Comparing…</source>
        <translation>Vergleich läuft…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Since then: {what}</source>
        <translation>Seitdem: {what}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>It cannot be compared. {reason}</source>
        <translation>Vergleichen geht nicht. {reason}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>A backup is made on opening after a change, after every {minutes} minutes of change, and before anything that touches much. All of the last {all} days are kept, then one a day for {days} days, one a week for {weeks} weeks and one a month for {months} months. Restore puts a backup in the place of the file; the file as it is now is kept beside it.</source>
        <translation>Eine Sicherung entsteht beim Öffnen nach einer Änderung, alle {minutes} Minuten, in denen sich etwas ändert, und vor allem, was viel auf einmal ändert. Von den letzten {all} Tagen bleiben alle, dann eine je Tag für {days} Tage, eine je Woche für {weeks} Wochen und eine je Monat für {months} Monate. Wiederherstellen setzt eine Sicherung an die Stelle der Datei; die Datei, wie sie jetzt ist, bleibt daneben erhalten.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Looking for backups…</source>
        <translation>Sicherungen werden gesucht…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/standing.py"/>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/previews.py"/>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/rescue.py"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/dialogs/check_file.py"/>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/dialogs/outbox.py"/>
        <location filename="gui/dialogs/service.py"/>
        <location filename="gui/prompts.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>No backups yet. One is made when the file is opened again after a change.</source>
        <translation>Noch keine Sicherungen. Eine entsteht, wenn die Datei nach einer Änderung wieder geöffnet wird.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>The backups could not be listed. {reason}</source>
        <translation>Die Sicherungen ließen sich nicht auflisten. {reason}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <location filename="gui/dialogs/check_file.py"/>
        <source>This file can only be read.</source>
        <translation>Diese Datei lässt sich nur lesen.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Making a backup…</source>
        <translation>Sicherung läuft…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>There is nothing in the file to back up yet.</source>
        <translation>In der Datei ist noch nichts zu sichern.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>Nothing has changed since the newest backup.</source>
        <translation>Seit der neuesten Sicherung hat sich nichts geändert.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/backups.py"/>
        <source>A backup was made.</source>
        <translation>Sicherung angelegt.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>What was found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>A backup</source>
        <translation>Eine Sicherung</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Check file</source>
        <translation>Datei prüfen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Checking the file</source>
        <translation>Die Datei wird geprüft</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <location filename="gui/standing.py"/>
        <source>Backups…</source>
        <translation>Sicherungen…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <location filename="gui/rescue.py"/>
        <location filename="gui/standing.py"/>
        <source>Save what can be read…</source>
        <translation>Lesbares retten…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Looking through the file…</source>
        <translation>Die Datei wird durchgesehen…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Closing this window stops it.</source>
        <translation>Dieses Fenster zu schließen bricht ab.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Looked at: every page of the file, both ends of each link, what records are sorted and searched by, and the history.</source>
        <translation>Durchgesehen: jede Seite der Datei, beide Enden jeder Verknüpfung, wonach Datensätze sortiert und gesucht werden, und der Verlauf.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>The file is in order.</source>
        <translation>Die Datei ist in Ordnung.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>This file can only be read: repair a copy of it.</source>
        <translation>Diese Datei lässt sich nur lesen: eine Kopie reparieren.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Repair makes a backup first and throws nothing away.</source>
        <translation>Reparieren legt erst eine Sicherung an und wirft nichts weg.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Go back to a backup, or save what can be read in a new file.</source>
        <translation>Zu einer Sicherung zurückkehren oder Lesbares in eine neue Datei retten.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/check_file.py"/>
        <source>%n problem(s) found.</source>
        <translation><numerusform>%n Problem gefunden.</numerusform><numerusform>%n Probleme gefunden.</numerusform></translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>The file could not be checked.</source>
        <translation>Die Datei ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>… and {rest} more</source>
        <translation>… und {rest} weitere</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Repaired:</source>
        <translation>Repariert:</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>Undo takes back what was filled in.</source>
        <translation>Rückgängig nimmt zurück, was ergänzt wurde.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>There was nothing to repair.</source>
        <translation>Es gab nichts zu reparieren.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/check_file.py"/>
        <source>It could not be repaired. {reason}</source>
        <translation>Reparieren war nicht möglich. {reason}</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/comparison.py"/>
        <source>%n company record(s)</source>
        <translation><numerusform>%n Firma</numerusform><numerusform>%n Firmen</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/comparison.py"/>
        <source>%n category record(s)</source>
        <translation><numerusform>%n Kategorie</numerusform><numerusform>%n Kategorien</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/comparison.py"/>
        <source>%n link(s) to companies</source>
        <translation><numerusform>%n Verknüpfung mit einer Firma</numerusform><numerusform>%n Verknüpfungen mit Firmen</numerusform></translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{what} changed</source>
        <translation>{what} geändert</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{what} added</source>
        <translation>{what} hinzugekommen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{what} only here</source>
        <translation>{what} nur hier</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="labels/__init__.py"/>
        <source>{what} deleted</source>
        <translation>{what} gelöscht</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{what} only there</source>
        <translation>{what} nur dort</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/panes/history_list.py"/>
        <location filename="gui/panes/notification_centre.py"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/dialogs/link_field.py"/>
        <location filename="gui/dialogs/link_fields.py"/>
        <location filename="gui/panes/category_delegate.py"/>
        <location filename="gui/tables/columns.py"/>
        <location filename="ops/filters.py"/>
        <location filename="store/models.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>In this file</source>
        <translation>In dieser Datei</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>In the other</source>
        <translation>In der anderen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <location filename="gui/dialogs/delete_category.py"/>
        <location filename="gui/dialogs/new_record.py"/>
        <location filename="gui/panes/category_choice.py"/>
        <location filename="gui/panes/inspector.py"/>
        <location filename="gui/tables/columns.py"/>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Link</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Own fields</source>
        <translation>Eigene Felder</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Open the other</source>
        <translation>Die andere öffnen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>Backup · {time}</source>
        <translation>Sicherung · {time}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>No differences: both files hold the same.</source>
        <translation>Keine Unterschiede: Beide Dateien enthalten dasselbe.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/comparison.py"/>
        <source>The first {listed} of {all} differences are listed.</source>
        <translation>Aufgelistet sind die ersten {listed} von {all} Unterschieden.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/delete_category.py"/>
        <source>Delete category</source>
        <translation>Kategorie löschen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/delete_category.py"/>
        <source>Category that they go to</source>
        <translation>Kategorie, in die sie kommen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/delete_category.py"/>
        <source>They have no category then</source>
        <translation>Sie haben dann keine Kategorie</translation>
    </message>
    <message>
        <location filename="gui/dialogs/delete_category.py"/>
        <source>They go to:</source>
        <translation>Sie kommen in:</translation>
    </message>
    <message>
        <location filename="gui/dialogs/delete_category.py"/>
        <source>They are deleted too, with all their links</source>
        <translation>Auch sie löschen, mit allen Verknüpfungen</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/dialogs/delete_category.py"/>
        <source>“{name}” has %n [item|items]. What shall become of [it|them]?</source>
        <translation><numerusform>„{name}“ hat %n [item]. Was soll damit geschehen?</numerusform><numerusform>„{name}“ hat %n [items]. Was soll damit geschehen?</numerusform></translation>
    </message>
    <message>
        <location filename="gui/dialogs/details.py"/>
        <location filename="labels/values.py"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="gui/dialogs/details.py"/>
        <location filename="labels/values.py"/>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="gui/dialogs/details.py"/>
        <source>What is ticked will be the same in all of them.</source>
        <translation>Was angehakt ist, wird bei allen gleich.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/details.py"/>
        <source>Set {field}</source>
        <translation>{field} setzen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/details.py"/>
        <source>(not the same)</source>
        <translation>(nicht überall gleich)</translation>
    </message>
    <message>
        <location filename="gui/dialogs/file_history.py"/>
        <location filename="gui/panes/history_list.py"/>
        <location filename="gui/panes/inspector.py"/>
        <location filename="store/salvage.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="gui/dialogs/handover.py"/>
        <source>Copy or move [items]</source>
        <translation>[Items] kopieren oder verschieben</translation>
    </message>
    <message>
        <location filename="gui/dialogs/handover.py"/>
        <source>To {name}</source>
        <translation>Zu {name}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/handover.py"/>
        <source>To whom?</source>
        <translation>Zu wem?</translation>
    </message>
    <message>
        <location filename="gui/dialogs/handover.py"/>
        <location filename="gui/dialogs/outbox.py"/>
        <location filename="gui/dialogs/periods.py"/>
        <location filename="gui/dialogs/service.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="gui/dialogs/handover.py"/>
        <source>Choose who gets them.</source>
        <translation>Erst auswählen, wer sie bekommt.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <source>Values to choose from</source>
        <translation>Werte zur Auswahl</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <source>Add value</source>
        <translation>Wert hinzufügen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <source>Remove value</source>
        <translation>Wert entfernen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_field.py"/>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Fields of links</source>
        <translation>Felder der Verknüpfungen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Values…</source>
        <translation>Werte…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Up</source>
        <translation>Aufwärts</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Down</source>
        <translation>Abwärts</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Every link has a quantity, days and a note. Here you add what else you want to know of each.</source>
        <translation>Jede Verknüpfung hat Anzahl, Tage und Notiz. Hier kommt hinzu, was sonst noch wissenswert ist.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>New field of links</source>
        <translation>Neues Feld der Verknüpfungen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Rename field of links</source>
        <translation>Feld der Verknüpfungen umbenennen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/link_fields.py"/>
        <source>Values of {field}</source>
        <translation>Werte von {field}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/new_record.py"/>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Hello {name},</source>
        <translation>Guten Tag {name},</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>New for you:</source>
        <translation>Neu hinzugekommen:</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>No longer yours:</source>
        <translation>Nicht mehr dabei:</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>This is what changed since {date}.</source>
        <translation>Das hat sich seit {date} geändert.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Changes to your [items]</source>
        <translation>Änderungen: [items]</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <location filename="store/models.py"/>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>News</source>
        <translation>Neues</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <location filename="gui/panes/message_bar.py"/>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>[Customers] with news</source>
        <translation>[Customers] mit Neuem</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Open in mail program</source>
        <translation>Im Mailprogramm öffnen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Save all…</source>
        <translation>Alle speichern…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Skip this time</source>
        <translation>Diesmal auslassen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>What was added and removed since the last message. ItemLink sends nothing itself: copy a message, open it in your mail program, or save it. Whoever's message you took counts as told.</source>
        <translation>Was seit der letzten Nachricht hinzukam und wegfiel. ItemLink verschickt selbst nichts: eine Nachricht kopieren, im Mailprogramm öffnen oder speichern. Wessen Nachricht genommen wurde, gilt als benachrichtigt.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>There is nothing to tell anybody. Whoever wants no messages is not listed.</source>
        <translation>Es gibt niemandem etwas mitzuteilen. Wer keine Nachrichten wünscht, steht nicht in der Liste.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>The message is too long to be handed over. Copy it, or save it and open the file.</source>
        <translation>Die Nachricht ist zu lang zum Übergeben. Kopieren, oder speichern und die Datei öffnen.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>No mail program answered. Copy the message, or save it.</source>
        <translation>Kein Mailprogramm hat geantwortet. Die Nachricht kopieren oder speichern.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>The message for {name} could not be saved: {reason}.</source>
        <translation>Die Nachricht für {name} ließ sich nicht speichern: {reason}.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/outbox.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="gui/dialogs/periods.py"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="gui/dialogs/periods.py"/>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location filename="gui/dialogs/periods.py"/>
        <location filename="gui/panes/waiting_list.py"/>
        <location filename="store/models.py"/>
        <source>Quantity</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <location filename="gui/dialogs/periods.py"/>
        <location filename="gui/panes/preference_list.py"/>
        <location filename="store/models.py"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="gui/dialogs/periods.py"/>
        <source>still</source>
        <translation>noch immer</translation>
    </message>
    <message>
        <location filename="gui/dialogs/periods.py"/>
        <source>Who had “{name}”?</source>
        <translation>Wer hatte „{name}“?</translation>
    </message>
    <message>
        <location filename="gui/dialogs/periods.py"/>
        <source>What had “{name}”?</source>
        <translation>Was hatte „{name}“?</translation>
    </message>
    <message>
        <location filename="gui/dialogs/preferences.py"/>
        <source>Preferences of ItemLink</source>
        <translation>Einstellungen von ItemLink</translation>
    </message>
    <message>
        <location filename="gui/dialogs/request_list.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="gui/dialogs/request_list.py"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location filename="gui/dialogs/request_list.py"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location filename="gui/dialogs/request_list.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="gui/dialogs/request_list.py"/>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <location filename="gui/dialogs/request_list.py"/>
        <source>Last requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Copy: {what}</source>
        <translation>Kopieren: {what}</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <location filename="gui/panes/history_list.py"/>
        <source>Local service</source>
        <translation>Lokaler Dienst</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Open documentation</source>
        <translation>Dokumentation öffnen</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <location filename="store/models.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>For scripts: programs on this computer can read and change this file over HTTP, as you do in the window. Only programs on this computer that have the token get in. What they do appears here at once, stands in the history, and can be undone.</source>
        <translation>Für Skripte: Programme auf diesem Computer können diese Datei über HTTP lesen und ändern, so wie Sie im Fenster. Nur Programme auf diesem Computer, die das Token haben, kommen hinein. Was sie tun, erscheint hier sofort, steht im Verlauf und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Start with ItemLink</source>
        <translation>Mit ItemLink starten</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>The local service is off.</source>
        <translation>Der lokale Dienst ist aus.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>The local service answers on port {port}.</source>
        <translation>Der lokale Dienst antwortet an Port {port}.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Stopping…</source>
        <translation>Endet…</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>This file can only be read, by programs too.</source>
        <translation>Diese Datei kann nur gelesen werden, auch von Programmen.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>As soon as it has started</source>
        <translation>Sobald er läuft</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Shown once, when it was made</source>
        <translation>Wurde einmal gezeigt, als es entstand</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Made at the first start</source>
        <translation>Entsteht beim ersten Start</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Use port {port}</source>
        <translation>Port {port} verwenden</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Programs that have the present token do not get in any more until they get the new one.</source>
        <translation>Programme, die das jetzige Token haben, kommen nicht mehr hinein, bis sie das neue bekommen.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Renew token</source>
        <translation>Token erneuern</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Copy it now: when this dialog is closed it can only be renewed.</source>
        <translation>Jetzt kopieren: Ist dieses Fenster zu, lässt es sich nur noch erneuern.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/service.py"/>
        <source>Only its hash is kept. Renew makes another one, and the one before is refused.</source>
        <translation>Nur sein Hash wird aufbewahrt. Erneuern erzeugt ein anderes, und das bisherige wird abgewiesen.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Basic Package</source>
        <translation>Basispaket</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Desk Lamp</source>
        <translation>Schreibtischlampe</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Family Plan</source>
        <translation>Familientarif</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Team Calendar</source>
        <translation>Teamkalender</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Office, 5 seats</source>
        <translation>Office, 5 Plätze</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Maths 101</source>
        <translation>Mathematik I</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <location filename="labels/__init__.py"/>
        <source>[Verb] {customers} [prep] {items}</source>
        <translation>{customers} [prep] {items} [verb]</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <location filename="labels/__init__.py"/>
        <location filename="ops/sample.py"/>
        <location filename="store/salvage.py"/>
        <source>[Customers]</source>
        <translation>[Customers]</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Menus and messages use these words. They can be changed at any time.</source>
        <translation>Menüs und Meldungen verwenden diese Wörter. Sie lassen sich jederzeit ändern.</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>[Items] and [customers]</source>
        <translation>[Items] und [customers]</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Words of your own</source>
        <translation>Eigene Wörter</translation>
    </message>
    <message>
        <location filename="gui/dialogs/words.py"/>
        <source>Make these fields for links too: {fields}</source>
        <translation>Auch diese Felder für Verknüpfungen anlegen: {fields}</translation>
    </message>
    <message>
        <location filename="gui/field_editor.py"/>
        <source>no day</source>
        <translation>kein Tag</translation>
    </message>
    <message>
        <location filename="gui/field_editor.py"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="gui/field_editor.py"/>
        <source>Calendar (Alt+Down)</source>
        <translation>Kalender (Alt+Abwärts)</translation>
    </message>
    <message>
        <location filename="gui/leaving.py"/>
        <source>Closing when this is stored.</source>
        <translation>Das Fenster schließt, sobald dies gespeichert ist.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/leaving.py"/>
        <source>%n change(s) could not be stored. Try again, or do the same again to leave them.</source>
        <translation><numerusform>%n Änderung ließ sich nicht speichern. Noch einmal versuchen, oder dasselbe noch einmal tun, um sie aufzugeben.</numerusform><numerusform>%n Änderungen ließen sich nicht speichern. Noch einmal versuchen, oder dasselbe noch einmal tun, um sie aufzugeben.</numerusform></translation>
    </message>
    <message>
        <location filename="gui/leaving.py"/>
        <source>{field} was not stored: {reason} Do the same again to leave it.</source>
        <translation>{field} wurde nicht gespeichert: {reason} Dasselbe noch einmal tun, um es dabei zu lassen.</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>{name} (read only)</source>
        <translation>{name} (nur lesen)</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>{name} — ItemLink</source>
        <translation>{name} — ItemLink</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>Co&amp;lumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <location filename="gui/panes/preference_list.py"/>
        <location filename="store/models.py"/>
        <source>Preference</source>
        <translation>Wunsch</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>Set catego&amp;ry</source>
        <translation>Kategorie &amp;setzen</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>Put on a ke&amp;y</source>
        <translation>Auf &amp;eine Taste legen</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <location filename="gui/main_window.py"/>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <location filename="gui/news.py"/>
        <source>Local service: {told}</source>
        <translation>Lokaler Dienst: {told}</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/news.py"/>
        <source>Local service: %n change(s); the history lists them</source>
        <translation><numerusform>Lokaler Dienst: %n Änderung; sie steht im Verlauf</numerusform><numerusform>Lokaler Dienst: %n Änderungen; sie stehen im Verlauf</numerusform></translation>
    </message>
    <message>
        <location filename="gui/news.py"/>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="gui/news.py"/>
        <location filename="gui/tables/edit.py"/>
        <source>{field} was not stored: {reason}</source>
        <translation>{field} wurde nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>New [item]</source>
        <translation>Neu: [item]</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>New [customer]</source>
        <translation>Neu: [customer]</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>New company</source>
        <translation>Neu: Firma</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/nouns.py"/>
        <source>New company with %n [customer|customers]…</source>
        <translation><numerusform>Neu: Firma mit %n [customer]…</numerusform><numerusform>Neu: Firma mit %n [customers]…</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/nouns.py"/>
        <source>New [item] with %n [customer|customers]…</source>
        <translation><numerusform>Neu: [item] mit %n [customer]…</numerusform><numerusform>Neu: [item] mit %n [customers]…</numerusform></translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Search [items]</source>
        <translation>Suche: [items]</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Search [customers]</source>
        <translation>Suche: [customers]</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Search companies</source>
        <translation>Suche: Firmen</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Which [items] to list</source>
        <translation>Welche [items] aufgelistet werden</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Which [customers] to list</source>
        <translation>Welche [customers] aufgelistet werden</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Which companies to list</source>
        <translation>Welche Firmen aufgelistet werden</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Select [customers] to narrow the [items] to theirs</source>
        <translation>[Customers] auswählen, um nur ihre [items] zu sehen</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Select [customers] to narrow the companies to theirs</source>
        <translation>[Customers] auswählen, um nur ihre Firmen zu sehen</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Select companies to narrow the [customers] to theirs</source>
        <translation>Firmen auswählen, um nur ihre [customers] zu sehen</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Select [items] to narrow the [customers] to theirs</source>
        <translation>[Items] auswählen, um nur ihre [customers] zu sehen</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>[Items] of {name}</source>
        <translation>[Items] von {name}</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Companies of {name}</source>
        <translation>Firmen von {name}</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>[Customers] of {name}</source>
        <translation>[Customers] von {name}</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Linked [items]</source>
        <translation>Verknüpfte [items]</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Linked [customers]</source>
        <translation>Verknüpfte [customers]</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Linked companies</source>
        <translation>Verknüpfte Firmen</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Add [items]…</source>
        <translation>[Items] hinzufügen…</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Add [customers]…</source>
        <translation>[Customers] hinzufügen…</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>Add companies…</source>
        <translation>Firmen hinzufügen…</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>{name} has no [items] yet. Drag some here, or add them.</source>
        <translation>{name} hat noch keine [items]. Hierher ziehen oder hinzufügen.</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>{name} has no companies yet. Drag some here, or add them.</source>
        <translation>{name} hat noch keine Firmen. Hierher ziehen oder hinzufügen.</translation>
    </message>
    <message>
        <location filename="gui/nouns.py"/>
        <source>{name} has no [customers] yet. Drag some here, or add them.</source>
        <translation>{name} hat noch keine [customers]. Hierher ziehen oder hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/nouns.py"/>
        <source>Replace all [items] of {name} by %n [item|items]?</source>
        <translation><numerusform>Alle [items] von {name} durch %n [item|items] ersetzen?</numerusform><numerusform>Alle [items] von {name} durch %n [item|items] ersetzen?</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/nouns.py"/>
        <source>Replace all companies of {name} by %n [company|companies]?</source>
        <translation><numerusform>Alle Firmen von {name} durch %n Firma ersetzen?</numerusform><numerusform>Alle Firmen von {name} durch %n Firmen ersetzen?</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/nouns.py"/>
        <source>Replace all [customers] of {name} by %n [customer|customers]?</source>
        <translation><numerusform>Alle [customers] von {name} durch %n [customer|customers] ersetzen?</numerusform><numerusform>Alle [customers] von {name} durch %n [customer|customers] ersetzen?</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/nouns.py"/>
        <source>Remove {name} from all companies? That is %n link(s).</source>
        <translation><numerusform>{name} aus allen Firmen entfernen? Das ist %n Verknüpfung.</numerusform><numerusform>{name} aus allen Firmen entfernen? Das sind %n Verknüpfungen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/nouns.py"/>
        <source>Remove all %n link(s) of {name}?</source>
        <translation><numerusform>Die %n Verknüpfung von {name} entfernen?</numerusform><numerusform>Alle %n Verknüpfungen von {name} entfernen?</numerusform></translation>
    </message>
    <message>
        <location filename="gui/opened.py"/>
        <source>Bringing “{name}” up to date…</source>
        <translation>„{name}“ wird auf den neuesten Stand gebracht…</translation>
    </message>
    <message>
        <location filename="gui/panes/banner.py"/>
        <source>Put this away</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location filename="gui/panes/beside_list.py"/>
        <source>The first {listed} of {all} are listed.</source>
        <translation>Aufgelistet sind die ersten {listed} von {all}.</translation>
    </message>
    <message>
        <location filename="gui/panes/category_delegate.py"/>
        <source>Name of the category</source>
        <translation>Name der Kategorie</translation>
    </message>
    <message>
        <location filename="gui/panes/category_drops.py"/>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <location filename="gui/panes/category_list.py"/>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <location filename="gui/panes/category_model.py"/>
        <location filename="gui/panes/notification_centre.py"/>
        <location filename="gui/panes/table_pane.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="gui/panes/category_model.py"/>
        <source>New category</source>
        <translation>Neue anlegen</translation>
    </message>
    <message>
        <location filename="gui/panes/category_model.py"/>
        <source>already there</source>
        <translation>schon dort</translation>
    </message>
    <message>
        <location filename="gui/panes/category_model.py"/>
        <source> · {already} already</source>
        <translation> · {already} schon da</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <location filename="labels/__init__.py"/>
        <source>Fill with sample data</source>
        <translation>Mit Beispieldaten füllen</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>The search cannot be read</source>
        <translation>Die Suche ist nicht zu verstehen</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>No record matches the search and the narrowing above.</source>
        <translation>Kein Datensatz passt zur Suche und zur Einschränkung oben.</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>No [items] yet</source>
        <translation>Noch keine [items]</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>[Items] are what [customers] are dragged onto. Make the first one here.</source>
        <translation>[Customers] werden auf [items] gezogen. Hier entsteht der erste Eintrag.</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>No companies yet</source>
        <translation>Noch keine Firmen</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>[Customers] can belong to companies. Make the first one here, then drag [customers] onto it.</source>
        <translation>[Customers] können zu Firmen gehören. Hier entsteht die erste; dann [customers] darauf ziehen.</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>No [customers] yet</source>
        <translation>Noch keine [customers]</translation>
    </message>
    <message>
        <location filename="gui/panes/empty.py"/>
        <source>[Customers] are dragged onto [items]. Make the first one here.</source>
        <translation>[Customers] werden auf [items] gezogen. Hier entsteht der erste Eintrag.</translation>
    </message>
    <message>
        <location filename="gui/panes/filter_list.py"/>
        <source>5 or more [customers]</source>
        <translation>5 oder mehr [customers]</translation>
    </message>
    <message>
        <location filename="gui/panes/filter_list.py"/>
        <source>Without [customers]</source>
        <translation>Ohne [customers]</translation>
    </message>
    <message>
        <location filename="gui/panes/filter_list.py"/>
        <source>Over capacity</source>
        <translation>Überbelegt</translation>
    </message>
    <message>
        <location filename="gui/panes/filter_list.py"/>
        <source>Without [items]</source>
        <translation>Ohne [items]</translation>
    </message>
    <message>
        <location filename="gui/panes/filter_list.py"/>
        <source>Ending in 30 days</source>
        <translation>Endet in 30 Tagen</translation>
    </message>
    <message>
        <location filename="gui/panes/filter_list.py"/>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="gui/panes/filter_list.py"/>
        <source>Save the search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <location filename="gui/panes/history_list.py"/>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <location filename="gui/panes/history_list.py"/>
        <source>{step} (undone)</source>
        <translation>{step} (rückgängig gemacht)</translation>
    </message>
    <message>
        <location filename="gui/panes/history_list.py"/>
        <source>Take back this step</source>
        <translation>Diesen Schritt zurücknehmen</translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <location filename="gui/panes/preference_list.py"/>
        <source>Preferences</source>
        <translation>Wünsche</translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Waiting ({number})</source>
        <translation>Wartend ({number})</translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Preferences ({number})</source>
        <translation>Wünsche ({number})</translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Created {created} · changed {changed}</source>
        <translation>Angelegt {created} · geändert {changed}</translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <location filename="gui/panes/inspector.py"/>
        <source>Select a record to see it here.</source>
        <translation>Einen Datensatz auswählen, um ihn hier zu sehen.</translation>
    </message>
    <message>
        <location filename="gui/panes/linked_data.py"/>
        <source>Details…</source>
        <translation>Angaben…</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/panes/linked_data.py"/>
        <source>End %n that [is|are] over</source>
        <translation><numerusform>%n abgelaufene beenden</numerusform><numerusform>%n abgelaufene beenden</numerusform></translation>
    </message>
    <message>
        <location filename="gui/panes/message_bar.py"/>
        <source>Show the selected rows that are hidden</source>
        <translation>Die verborgenen Zeilen der Auswahl zeigen</translation>
    </message>
    <message>
        <location filename="gui/panes/message_bar.py"/>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <location filename="gui/panes/message_bar.py"/>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Added</source>
        <translation>Hinzugekommen</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Few places left</source>
        <translation>Wenige Plätze frei</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Overbooked</source>
        <translation>Überbucht</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Waiting list can move up</source>
        <translation>Warteliste kann nachrücken</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Ending soon</source>
        <translation>Endet bald</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/panes/notification_centre.py"/>
        <source>{name}: %n place(s) left</source>
        <translation><numerusform>{name}: %n Platz frei</numerusform><numerusform>{name}: %n Plätze frei</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/panes/notification_centre.py"/>
        <source>{name}: %n more than there are places</source>
        <translation><numerusform>{name}: %n mehr, als es Plätze gibt</numerusform><numerusform>{name}: %n mehr, als es Plätze gibt</numerusform></translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>{name}: there is room for those who wait</source>
        <translation>{name}: Für Wartende ist Platz frei</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/panes/notification_centre.py"/>
        <source>{name}: ends for %n [customer|customers] by {last}</source>
        <translation><numerusform>{name}: endet für %n [customer] bis {last}</numerusform><numerusform>{name}: endet für %n [customers] bis {last}</numerusform></translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>{text} (new)</source>
        <translation>{text} (neu)</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>{text} (over)</source>
        <translation>{text} (abgelaufen)</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Which to list</source>
        <translation>Was aufgelistet wird</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>All read</source>
        <translation>Alle gelesen</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Nothing to tell.</source>
        <translation>Nichts mitzuteilen.</translation>
    </message>
    <message>
        <location filename="gui/panes/notification_centre.py"/>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <location filename="gui/panes/preference_list.py"/>
        <location filename="gui/panes/waiting_list.py"/>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <location filename="gui/panes/preference_list.py"/>
        <source>Add the selected [customers]</source>
        <translation>Ausgewählte [customers] hinzufügen</translation>
    </message>
    <message>
        <location filename="gui/panes/preference_list.py"/>
        <source>Add the selected [items]</source>
        <translation>Ausgewählte [items] hinzufügen</translation>
    </message>
    <message>
        <location filename="gui/panes/preference_list.py"/>
        <source>Change to</source>
        <translation>Ändern in</translation>
    </message>
    <message>
        <location filename="gui/panes/preference_list.py"/>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <location filename="gui/panes/preference_list.py"/>
        <source>No preferences yet. Select [customers] and add them here.</source>
        <translation>Noch keine Wünsche. [Customers] auswählen und hier hinzufügen.</translation>
    </message>
    <message>
        <location filename="gui/panes/preference_list.py"/>
        <source>No preferences yet. Select [items] and add them here.</source>
        <translation>Noch keine Wünsche. [Items] auswählen und hier hinzufügen.</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>What can be asked here</source>
        <translation>Was sich hier fragen lässt</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>Type words to find what contains all of them. Click an example to write it into the box.</source>
        <translation>Wörter eingeben: gefunden wird, was sie alle enthält. Ein Klick auf ein Beispiel schreibt es ins Feld.</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>a field of links that you have made</source>
        <translation>ein eigenes Feld der Verknüpfungen</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>has no [items]; “any” finds who has some</source>
        <translation>ohne [items]; „any“ findet, wer welche hat</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>has no [customers]; “any” finds what has some</source>
        <translation>ohne [customers]; „any“ findet, was welche hat</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>just as it stands there</source>
        <translation>genau wie es dort steht</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>any of them</source>
        <translation>eines davon</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>not this one; the same as “not one”</source>
        <translation>dieses nicht; dasselbe wie „not eines“</translation>
    </message>
    <message>
        <location filename="gui/panes/query_help.py"/>
        <source>all of them; or any, or none</source>
        <translation>alle davon; oder any (eines), none (keines)</translation>
    </message>
    <message>
        <location filename="gui/panes/search_box.py"/>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <location filename="gui/panes/search_box.py"/>
        <source>What can be asked here (F1)</source>
        <translation>Was sich hier fragen lässt (F1)</translation>
    </message>
    <message>
        <location filename="gui/panes/service_sign.py"/>
        <source>Service off</source>
        <translation>Dienst aus</translation>
    </message>
    <message>
        <location filename="gui/panes/service_sign.py"/>
        <source>Port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <location filename="gui/panes/service_sign.py"/>
        <source>The local service answers on port {port}</source>
        <translation>Der lokale Dienst antwortet an Port {port}</translation>
    </message>
    <message>
        <location filename="gui/panes/service_sign.py"/>
        <source>Programs with the token can reach this file at {address}</source>
        <translation>Programme mit dem Token erreichen diese Datei unter {address}</translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Linked</source>
        <translation>Verknüpft</translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Not linked</source>
        <translation>Nicht verknüpft</translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Only those linked to {name}</source>
        <translation>Nur mit {name} Verknüpfte</translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>Only those not linked to {name}</source>
        <translation>Nur mit {name} nicht Verknüpfte</translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>{found} of {total}</source>
        <translation>{found} von {total}</translation>
    </message>
    <message>
        <location filename="gui/panes/table_pane.py"/>
        <source>{number} · not searched</source>
        <translation>{number} · nicht gesucht</translation>
    </message>
    <message>
        <location filename="gui/panes/waiting_list.py"/>
        <source>Place in line</source>
        <translation>Rang</translation>
    </message>
    <message>
        <location filename="gui/panes/waiting_list.py"/>
        <source>Waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <location filename="gui/panes/waiting_list.py"/>
        <source>Move up</source>
        <translation>Nachrücken</translation>
    </message>
    <message>
        <location filename="gui/panes/waiting_list.py"/>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <location filename="gui/panes/working.py"/>
        <location filename="labels/doing.py"/>
        <source>Storing…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location filename="gui/panes/working.py"/>
        <location filename="gui/waiting.py"/>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/place_words.py"/>
        <source>%n [customer|customers] waiting</source>
        <translation><numerusform>%n [customer] wartet</numerusform><numerusform>%n [customers] warten</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/place_words.py"/>
        <source>{taken} of %n place(s) taken</source>
        <translation><numerusform>{taken} von %n Platz belegt</numerusform><numerusform>{taken} von %n Plätzen belegt</numerusform></translation>
    </message>
    <message>
        <location filename="gui/place_words.py"/>
        <source>{said}: overbooked by {over}</source>
        <translation>{said}: um {over} überbucht</translation>
    </message>
    <message>
        <location filename="gui/place_words.py"/>
        <source>{said}: full</source>
        <translation>{said}: voll</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/place_words.py"/>
        <source>{said}: only %n left</source>
        <translation><numerusform>{said}: nur noch %n frei</numerusform><numerusform>{said}: nur noch %n frei</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/place_words.py"/>
        <source>{said}, %n left</source>
        <translation><numerusform>{said}, %n frei</numerusform><numerusform>{said}, %n frei</numerusform></translation>
    </message>
    <message>
        <location filename="gui/place_words.py"/>
        <source>not available before {day}</source>
        <translation>nicht verfügbar vor {day}</translation>
    </message>
    <message>
        <location filename="gui/place_words.py"/>
        <source>not available since {day}</source>
        <translation>nicht verfügbar seit {day}</translation>
    </message>
    <message>
        <location filename="gui/previews.py"/>
        <source>This is how it was at the end of {day}: you may look, but nothing can be changed.</source>
        <translation>So war es am Ende des {day}: zum Ansehen, nicht zum Ändern.</translation>
    </message>
    <message>
        <location filename="gui/previews.py"/>
        <source>{name}, backup of {date}</source>
        <translation>{name}, Sicherung vom {date}</translation>
    </message>
    <message>
        <location filename="gui/previews.py"/>
        <source>Restore this</source>
        <translation>Diese wiederherstellen</translation>
    </message>
    <message>
        <location filename="gui/previews.py"/>
        <source>This is a backup: you may look, but nothing can be changed.</source>
        <translation>Das ist eine Sicherung: zum Ansehen, nicht zum Ändern.</translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>There is a file “{name}” already. Replace it?</source>
        <translation>Eine Datei „{name}“ gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>This report helps to mend it.</source>
        <translation>Dieser Bericht hilft, den Fehler zu beheben.</translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>ItemLink files (*{suffix})</source>
        <translation>ItemLink-Dateien (*{suffix})</translation>
    </message>
    <message>
        <location filename="gui/prompts.py"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>{field} was changed elsewhere in the meantime.

Now: {theirs}
Yours: {ours}</source>
        <translation>{field} wurde inzwischen anderswo geändert.

Jetzt: {theirs}
Hier: {ours}</translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>Use mine</source>
        <translation>Meins nehmen</translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>Keep theirs</source>
        <translation>Das andere behalten</translation>
    </message>
    <message>
        <location filename="gui/record_edit.py"/>
        <source>Changed elsewhere</source>
        <translation>Anderswo geändert</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>ItemLink did not start properly the last two times, so it is in safe mode now: the window is as at first, and nothing runs in the background.

Which file shall be opened?</source>
        <translation>ItemLink ist die letzten zwei Male nicht richtig gestartet und jetzt im sicheren Modus: Das Fenster ist wie am Anfang, und im Hintergrund läuft nichts.

Welche Datei soll geöffnet werden?</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Open “{name}”</source>
        <translation>„{name}“ öffnen</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Open another file…</source>
        <translation>Andere Datei öffnen…</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Safe mode</source>
        <translation>Sicherer Modus</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <location filename="gui/waiting.py"/>
        <location filename="store/course.py"/>
        <location filename="store/database.py"/>
        <location filename="store/explain.py"/>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>The newest good backup was made on {date}.</source>
        <translation>Die neueste gute Sicherung ist vom {date}.</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>The file as it is now is kept beside it.</source>
        <translation>Die Datei, wie sie jetzt ist, bleibt daneben erhalten.</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>What can still be read can be saved in a new file.</source>
        <translation>Was noch lesbar ist, lässt sich in eine neue Datei retten.</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Looking for a good backup…</source>
        <translation>Eine gute Sicherung wird gesucht…</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Restore the backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Putting the backup in place…</source>
        <translation>Die Sicherung wird eingesetzt…</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>{name} saved</source>
        <translation>{name} gerettet</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Save what can be read</source>
        <translation>Lesbares retten</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Reading what can be read…</source>
        <translation>Lesbares wird gelesen…</translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>The new file has {items}, {customers}, {links} and {steps}.</source>
        <translation>In der neuen Datei: {items}, {customers}, {links} und {steps}.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/rescue.py"/>
        <source>%n step(s) of the history</source>
        <translation><numerusform>%n Schritt des Verlaufs</numerusform><numerusform>%n Schritte des Verlaufs</numerusform></translation>
    </message>
    <message>
        <location filename="gui/rescue.py"/>
        <source>Nothing is missing as far as can be told.</source>
        <translation>Es fehlt nichts, soweit sich das sagen lässt.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/rescue.py"/>
        <source>%n record(s), link(s) or step(s) could not be read.</source>
        <translation><numerusform>%n Datensatz, Schritt oder eine Verknüpfung war nicht lesbar.</numerusform><numerusform>%n Datensätze, Verknüpfungen oder Schritte waren nicht lesbar.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/rescue.py"/>
        <source>In %n record(s) something may be missing: a field is empty, or the name is “… (name lost)”.</source>
        <translation><numerusform>In %n Datensatz fehlt vielleicht etwas: Ein Feld ist leer, oder der Name ist „… (Name verloren)“.</numerusform><numerusform>In %n Datensätzen fehlt vielleicht etwas: Ein Feld ist leer, oder der Name ist „… (Name verloren)“.</numerusform></translation>
    </message>
    <message>
        <location filename="gui/room.py"/>
        <source>No room</source>
        <translation>Kein Platz</translation>
    </message>
    <message>
        <location filename="gui/room.py"/>
        <source>Only those who fit</source>
        <translation>Nur die, für die Platz ist</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/room.py"/>
        <source>Only the first %n</source>
        <translation><numerusform>Nur der erste Platz (%n)</numerusform><numerusform>Nur die ersten %n</numerusform></translation>
    </message>
    <message>
        <location filename="gui/room.py"/>
        <source>The rest waits</source>
        <translation>Die übrigen warten</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/room.py"/>
        <source>Put %n on the waiting list</source>
        <translation><numerusform>%n auf die Warteliste setzen</numerusform><numerusform>%n auf die Warteliste setzen</numerusform></translation>
    </message>
    <message>
        <location filename="gui/room.py"/>
        <source>Overbook</source>
        <translation>Überbuchen</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/room.py"/>
        <source>Overbook by %n</source>
        <translation><numerusform>Um %n überbuchen</numerusform><numerusform>Um %n überbuchen</numerusform></translation>
    </message>
    <message>
        <location filename="gui/selection_line.py"/>
        <source>{what} selected</source>
        <translation>{what} ausgewählt</translation>
    </message>
    <message>
        <location filename="gui/selection_line.py"/>
        <source>, {hidden} hidden</source>
        <translation>, {hidden} verborgen</translation>
    </message>
    <message>
        <location filename="gui/service.py"/>
        <source>The local service was for “{name}”; it is off.</source>
        <translation>Der lokale Dienst war für „{name}“; er ist aus.</translation>
    </message>
    <message>
        <location filename="gui/service.py"/>
        <source>The local service has no token yet. Start it by hand once.</source>
        <translation>Der lokale Dienst hat noch kein Token. Starten Sie ihn einmal von Hand.</translation>
    </message>
    <message>
        <location filename="gui/service.py"/>
        <source>It ended by itself.</source>
        <translation>Er hat sich von selbst beendet.</translation>
    </message>
    <message>
        <location filename="gui/service.py"/>
        <source>The local service is off. {reason}</source>
        <translation>Der lokale Dienst ist aus. {reason}</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Open the new one</source>
        <translation>Die neue öffnen</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>This file can only be read. To change something, save a copy and go on there.</source>
        <translation>Diese Datei lässt sich nur lesen. Um etwas zu ändern, eine Kopie speichern und dort weitermachen.</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file was moved or renamed; it is now “{name}” in {folder}. Until you go on there, nothing can be stored.</source>
        <translation>Die Datei wurde verschoben oder umbenannt; sie ist jetzt „{name}“ in {folder}. Bis es dort weitergeht, lässt sich nichts speichern.</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Go on there</source>
        <translation>Dort weitermachen</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Another file was put in the place of this one. Nothing is written into it; what you see here is the file as it was before.</source>
        <translation>An die Stelle dieser Datei ist eine andere getreten. In sie wird nichts geschrieben; zu sehen ist hier die Datei, wie sie vorher war.</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Another file was written over this one, and nothing is stored in it. Backups has what was here before, as it was when the last one was made.</source>
        <translation>Diese Datei wurde von einer anderen überschrieben, und in der wird nichts gespeichert. Was vorher da war, steht unter Sicherungen, so wie bei der letzten.</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file was deleted, and nothing can be stored. What you see is still here: save a copy.</source>
        <translation>Die Datei wurde gelöscht, und nichts lässt sich speichern. Was zu sehen ist, ist noch da: eine Kopie speichern.</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file cannot be reached: its folder was removed, or its disk or share is not connected. Nothing can be stored until it is back.</source>
        <translation>Die Datei ist nicht erreichbar: Ihr Ordner wurde entfernt, oder ihr Laufwerk ist nicht verbunden. Bis sie wieder da ist, lässt sich nichts speichern.</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>No backup could be made. {reason}</source>
        <translation>Eine Sicherung war nicht möglich. {reason}</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Check file…</source>
        <translation>Datei prüfen…</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>Nothing was stored; see above.</source>
        <translation>Nichts wurde gespeichert; siehe oben.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/standing.py"/>
        <source>%n change(s) to be tried again.</source>
        <translation><numerusform>%n Änderung ist noch einmal zu versuchen.</numerusform><numerusform>%n Änderungen sind noch einmal zu versuchen.</numerusform></translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file lies on a network share ({kind}). There two programs can write at once without noticing; work on a copy on this computer, or make sure that you are the only one.</source>
        <translation>Die Datei liegt auf einem Netzlaufwerk ({kind}). Dort können zwei Programme zugleich schreiben, ohne es zu merken; besser mit einer Kopie auf diesem Rechner arbeiten oder sicherstellen, dass sonst niemand schreibt.</translation>
    </message>
    <message>
        <location filename="gui/standing.py"/>
        <source>The file lies in a folder that {service} keeps in step. Open it on one computer at a time, and wait until {service} is done before you open it on another.</source>
        <translation>Die Datei liegt in einem Ordner, den {service} abgleicht. Nur auf einem Rechner zugleich öffnen und warten, bis {service} fertig ist, bevor sie auf einem anderen geöffnet wird.</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/standing.py"/>
        <source>%n conflicted version(s) of this file found beside it: it was changed on two computers at once.</source>
        <translation><numerusform>%n widersprechende Fassung dieser Datei liegt daneben: Sie wurde auf zwei Rechnern zugleich geändert.</numerusform><numerusform>%n widersprechende Fassungen dieser Datei liegen daneben: Sie wurde auf mehreren Rechnern zugleich geändert.</numerusform></translation>
    </message>
    <message>
        <location filename="gui/tables/carry.py"/>
        <source>{what} picked up: Tab goes to where they can be dropped, Enter drops, Esc cancels</source>
        <translation>{what} aufgenommen: Tab geht dorthin, wo abgelegt werden kann, Enter legt ab, Esc bricht ab</translation>
    </message>
    <message>
        <location filename="gui/tables/carry.py"/>
        <source>Put back</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <location filename="gui/tables/carry.py"/>
        <source>There is nothing here that they could be dropped on</source>
        <translation>Hier ist nichts, worauf sie abgelegt werden könnten</translation>
    </message>
    <message>
        <location filename="gui/tables/carry.py"/>
        <source>Choose where to drop with Tab first</source>
        <translation>Erst mit Tab wählen, wo abgelegt wird</translation>
    </message>
    <message>
        <location filename="gui/tables/columns.py"/>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <location filename="gui/tables/columns.py"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/drag.py"/>
        <source>Drop to remove %n link(s); the records stay</source>
        <translation><numerusform>Loslassen entfernt %n Verknüpfung; die Datensätze bleiben</numerusform><numerusform>Loslassen entfernt %n Verknüpfungen; die Datensätze bleiben</numerusform></translation>
    </message>
    <message>
        <location filename="gui/tables/drag.py"/>
        <source>Drop to copy or move [items] to {name}…</source>
        <translation>Loslassen kopiert oder verschiebt [items] zu {name}…</translation>
    </message>
    <message>
        <location filename="gui/tables/drag.py"/>
        <source> · hold Shift to move</source>
        <translation> · mit Umschalt verschieben</translation>
    </message>
    <message>
        <location filename="gui/tables/drag.py"/>
        <source>All are linked to {name} already</source>
        <translation>Alle sind schon mit {name} verknüpft</translation>
    </message>
    <message>
        <location filename="gui/tables/ghost_row.py"/>
        <source>Type the name, Enter makes it, Esc cancels.</source>
        <translation>Den Namen tippen; Enter legt an, Esc bricht ab.</translation>
    </message>
    <message>
        <location filename="gui/tables/linked.py"/>
        <source>ended {day}</source>
        <translation>war {day}</translation>
    </message>
    <message>
        <location filename="gui/tables/outcomes.py"/>
        <source>already linked</source>
        <translation>schon verknüpft</translation>
    </message>
    <message>
        <location filename="gui/tables/outcomes.py"/>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <location filename="gui/tables/outcomes.py"/>
        <source>{already} already</source>
        <translation>{already} schon da</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <source>%n [waits|wait]</source>
        <translation><numerusform>%n wartet</numerusform><numerusform>%n warten</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <source>%n over capacity</source>
        <translation><numerusform>%n zu viel</numerusform><numerusform>%n zu viel</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <source>%n without a place</source>
        <translation><numerusform>%n ohne Platz</numerusform><numerusform>%n ohne Platz</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <source>%n declined</source>
        <translation><numerusform>%n abgelehnt</numerusform><numerusform>%n abgelehnt</numerusform></translation>
    </message>
    <message>
        <location filename="gui/tables/outcomes.py"/>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <source>Drop to move %n from {source} to {name}</source>
        <translation><numerusform>Loslassen verschiebt %n von {source} zu {name}</numerusform><numerusform>Loslassen verschiebt %n von {source} zu {name}</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <location filename="labels/__init__.py"/>
        <source> (%n already linked)</source>
        <translation><numerusform> (%n schon verknüpft)</numerusform><numerusform> (%n schon verknüpft)</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <source>%n [gets|get] a place, {waiting}</source>
        <translation><numerusform>%n bekommt einen Platz, {waiting}</numerusform><numerusform>%n bekommen einen Platz, {waiting}</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <location filename="labels/places.py"/>
        <source>%n more than there are places</source>
        <translation><numerusform>%n mehr, als es Plätze gibt</numerusform><numerusform>%n mehr, als es Plätze gibt</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <source>no place for %n of them: you will be asked</source>
        <translation><numerusform>kein Platz für %n davon: es folgt eine Frage</numerusform><numerusform>kein Platz für %n davon: es folgt eine Frage</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="gui/tables/outcomes.py"/>
        <source>%n declined this</source>
        <translation><numerusform>%n hat das abgelehnt</numerusform><numerusform>%n haben das abgelehnt</numerusform></translation>
    </message>
    <message>
        <location filename="gui/tables/outcomes.py"/>
        <location filename="labels/places.py"/>
        <source>not available today</source>
        <translation>heute nicht verfügbar</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <location filename="ops/sample.py"/>
        <location filename="store/salvage.py"/>
        <source>[Items]</source>
        <translation>[Items]</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <location filename="store/salvage.py"/>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source>%n [company|companies]</source>
        <translation><numerusform>%n Firma</numerusform><numerusform>%n Firmen</numerusform></translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Add {customers} to {companies}</source>
        <translation>{customers} zu {companies} hinzufügen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Remove {customers} from {companies}</source>
        <translation>{customers} aus {companies} entfernen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Unverb] {customers} [from] {items}</source>
        <translation>{customers} [from] {items} [unverb]</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Move {what} from {source} to {target}</source>
        <translation>{what} von {source} zu {target} verschieben</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>A change that can no longer be read</source>
        <translation>Eine Änderung, die nicht mehr lesbar ist</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>{added} added, {removed} removed</source>
        <translation>{added} hinzugefügt, {removed} entfernt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customers] of [item] {item} replaced: {counts}</source>
        <translation>[Customers] von [item] {item} ersetzt: {counts}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Items] of [customer] {customer} replaced: {counts}</source>
        <translation>[Items] von [customer] {customer} ersetzt: {counts}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Moved {what} from {source} to {target}</source>
        <translation>{what} von {source} zu {target} verschoben</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source> (%n already [was|were] there)</source>
        <translation><numerusform> (%n war schon dort)</numerusform><numerusform> (%n waren schon dort)</numerusform></translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>{who}: counted as told of the changes</source>
        <translation>{who}: als benachrichtigt gezählt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Taken back: {step}</source>
        <translation>Zurückgenommen: {step}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Changed by another program</source>
        <translation>Von einem anderen Programm geändert</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Replace [customers] of {item}</source>
        <translation>[Customers] von {item} ersetzen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Replace [items] of {customer}</source>
        <translation>[Items] von {customer} ersetzen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Replace [customers] of {company}</source>
        <translation>[Customers] von {company} ersetzen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Replace companies of {customer}</source>
        <translation>Firmen von {customer} ersetzen</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source>Remove %n link(s)</source>
        <translation><numerusform>%n Verknüpfung entfernen</numerusform><numerusform>%n Verknüpfungen entfernen</numerusform></translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Count {who} as told</source>
        <translation>{who} als benachrichtigt zählen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Take back “{step}”</source>
        <translation>„{step}“ zurücknehmen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Change by another program</source>
        <translation>Änderung durch ein anderes Programm</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Create {name}</source>
        <translation>{name} anlegen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Duplicate as {name}</source>
        <translation>Als {name} duplizieren</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Delete {what}</source>
        <translation>{what} löschen</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>This file speaks of {items} and {customers} now</source>
        <translation>In dieser Datei heißt es jetzt {items} und {customers}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Sample data added</source>
        <translation>Beispieldaten eingefügt</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source>: %n record(s) made again</source>
        <translation><numerusform>: %n Datensatz neu angelegt</numerusform><numerusform>: %n Datensätze neu angelegt</numerusform></translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>The file was repaired</source>
        <translation>Die Datei wurde repariert</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Change the words to {items} and {customers}</source>
        <translation>Wörter ändern in {items} und {customers}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Repair the file</source>
        <translation>Die Datei reparieren</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Undone: {step}</source>
        <translation>Rückgängig gemacht: {step}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Done again: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customer] {customer} added to [item] {item}</source>
        <translation>[Customer] {customer} zu [item] {item} hinzugefügt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Item] {item} added to [customer] {customer}</source>
        <translation>[Item] {item} zu [customer] {customer} hinzugefügt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Done] {customers} [prep] {items}</source>
        <translation>{customers} [prep] {items} [done]</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source>%n link(s) added between {items} and {customers}</source>
        <translation><numerusform>%n Verknüpfung hinzugefügt ({items}, {customers})</numerusform><numerusform>%n Verknüpfungen hinzugefügt ({items}, {customers})</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source> (%n already [was|were])</source>
        <translation><numerusform> (%n war es schon)</numerusform><numerusform> (%n waren es schon)</numerusform></translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customer] {customer} removed from [item] {item}</source>
        <translation>[Customer] {customer} von [item] {item} entfernt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Item] {item} removed from [customer] {customer}</source>
        <translation>[Item] {item} von [customer] {customer} entfernt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Undone] {customers} [from] {items}</source>
        <translation>{customers} [from] {items} [undone]</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source>%n link(s) removed between {items} and {customers}</source>
        <translation><numerusform>%n Verknüpfung entfernt ({items}, {customers})</numerusform><numerusform>%n Verknüpfungen entfernt ({items}, {customers})</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source>All links (%n) of {what} removed</source>
        <translation><numerusform>Alle Verknüpfungen (%n) von {what} entfernt</numerusform><numerusform>Alle Verknüpfungen (%n) von {what} entfernt</numerusform></translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customers] of company {company} replaced: {counts}</source>
        <translation>[Customers] von Firma {company} ersetzt: {counts}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Companies of [customer] {customer} replaced: {counts}</source>
        <translation>Firmen von [customer] {customer} ersetzt: {counts}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Removed {customers} from {companies}</source>
        <translation>{customers} aus {companies} entfernt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Added {customers} to {companies}</source>
        <translation>{customers} zu {companies} hinzugefügt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customer] {customer} removed from company {company}</source>
        <translation>[Customer] {customer} aus Firma {company} entfernt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customer] {customer} added to company {company}</source>
        <translation>[Customer] {customer} zu Firma {company} hinzugefügt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Company {company} removed from [customer] {customer}</source>
        <translation>Firma {company} von [customer] {customer} entfernt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Company {company} added to [customer] {customer}</source>
        <translation>Firma {company} zu [customer] {customer} hinzugefügt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Item] {name} created</source>
        <translation>[Item] {name}: angelegt</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source> with %n link(s)</source>
        <translation><numerusform> mit %n Verknüpfung</numerusform><numerusform> mit %n Verknüpfungen</numerusform></translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customer] {name} created</source>
        <translation>[Customer] {name}: angelegt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Company {name} created</source>
        <translation>Firma {name}: angelegt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Item] {name} changed{what}</source>
        <translation>[Item] {name}: geändert{what}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customer] {name} changed{what}</source>
        <translation>[Customer] {name}: geändert{what}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Company {name} changed{what}</source>
        <translation>Firma {name}: geändert{what}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Item] {name} made as a copy</source>
        <translation>[Item] {name}: als Kopie angelegt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customer] {name} made as a copy</source>
        <translation>[Customer] {name}: als Kopie angelegt</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Company {name} made as a copy</source>
        <translation>Firma {name}: als Kopie angelegt</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source>Company {name} created with %n [customer|customers]</source>
        <translation><numerusform>Firma {name} mit %n [customer] angelegt</numerusform><numerusform>Firma {name} mit %n [customers] angelegt</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/__init__.py"/>
        <source>[Item] {name} created with %n [customer|customers]</source>
        <translation><numerusform>[Item] {name} mit %n [customer] angelegt</numerusform><numerusform>[Item] {name} mit %n [customers] angelegt</numerusform></translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>: {field} from {was} to {now}</source>
        <translation>: {field} von {was} in {now}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>: {fields}</source>
        <translation>: {fields}</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source> (links: {counts})</source>
        <translation> (Verknüpfungen: {counts})</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>“{value}”</source>
        <translation>„{value}“</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Item] {name} deleted</source>
        <translation>[Item] {name}: gelöscht</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>Company {name} deleted</source>
        <translation>Firma {name}: gelöscht</translation>
    </message>
    <message>
        <location filename="labels/__init__.py"/>
        <source>[Customer] {name} deleted</source>
        <translation>[Customer] {name}: gelöscht</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source> with {what}</source>
        <translation> mit {what}</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Category “{name}” created</source>
        <translation>Kategorie „{name}“ angelegt</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Category “{name}” is called “{new}” now</source>
        <translation>Kategorie „{name}“ heißt jetzt „{new}“</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Category “{name}” has another colour</source>
        <translation>Kategorie „{name}“ hat eine andere Farbe</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Category “{name}” changed</source>
        <translation>Kategorie „{name}“ geändert</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Category “{name}” deleted</source>
        <translation>Kategorie „{name}“ gelöscht</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>{name} is on key {key}</source>
        <translation>{name} liegt auf Taste {key}</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>{name} is on no key any more</source>
        <translation>{name} liegt auf keiner Taste mehr</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>{what} put into the category “{name}”</source>
        <translation>{what} in die Kategorie „{name}“ eingeordnet</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>{what} taken out of the category</source>
        <translation>{what} aus der Kategorie genommen</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Create category {name}</source>
        <translation>Kategorie {name} anlegen</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Rename category {name}</source>
        <translation>Kategorie {name} umbenennen</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Recolour category {name}</source>
        <translation>Farbe der Kategorie {name} ändern</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Change category {name}</source>
        <translation>Kategorie {name} ändern</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Delete category {name}</source>
        <translation>Kategorie {name} löschen</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Pin {name}</source>
        <translation>{name} anheften</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Unpin {name}</source>
        <translation>{name} ablösen</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Put {what} into “{name}”</source>
        <translation>{what} in „{name}“ einordnen</translation>
    </message>
    <message>
        <location filename="labels/categories.py"/>
        <source>Take {what} out of the category</source>
        <translation>{what} aus der Kategorie nehmen</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/categories.py"/>
        <source> with %n [item|items]</source>
        <translation><numerusform> mit %n [item]</numerusform><numerusform> mit %n [items]</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/categories.py"/>
        <source>; %n [item|items] put into “{name}”</source>
        <translation><numerusform>; %n [item] jetzt in „{name}“</numerusform><numerusform>; %n [items] jetzt in „{name}“</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/categories.py"/>
        <source>; %n [item|items] without category now</source>
        <translation><numerusform>; %n [item] jetzt ohne Kategorie</numerusform><numerusform>; %n [items] jetzt ohne Kategorie</numerusform></translation>
    </message>
    <message>
        <location filename="labels/doing.py"/>
        <source>Adding links…</source>
        <translation>Verknüpfungen werden angelegt…</translation>
    </message>
    <message>
        <location filename="labels/doing.py"/>
        <source>Removing links…</source>
        <translation>Verknüpfungen werden entfernt…</translation>
    </message>
    <message>
        <location filename="labels/doing.py"/>
        <source>Changing links…</source>
        <translation>Verknüpfungen werden geändert…</translation>
    </message>
    <message>
        <location filename="labels/doing.py"/>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <location filename="labels/doing.py"/>
        <source>Undoing…</source>
        <translation>Wird rückgängig gemacht…</translation>
    </message>
    <message>
        <location filename="labels/doing.py"/>
        <source>Doing it again…</source>
        <translation>Wird wiederholt…</translation>
    </message>
    <message>
        <location filename="labels/doing.py"/>
        <source>Saving a copy…</source>
        <translation>Kopie wird gespeichert…</translation>
    </message>
    <message>
        <location filename="labels/doing.py"/>
        <source>Making sample data…</source>
        <translation>Beispieldaten werden angelegt…</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/doing.py"/>
        <source>{what} about %n minute(s) left</source>
        <translation><numerusform>{what} noch etwa %n Minute</numerusform><numerusform>{what} noch etwa %n Minuten</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/doing.py"/>
        <source>{what} about %n second(s) left</source>
        <translation><numerusform>{what} noch etwa %n Sekunde</numerusform><numerusform>{what} noch etwa %n Sekunden</numerusform></translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Filter “{name}” saved</source>
        <translation>Filter „{name}“ gespeichert</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Filter “{old}” is called “{name}” now</source>
        <translation>Filter „{old}“ heißt jetzt „{name}“</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Filter “{name}” deleted</source>
        <translation>Filter „{name}“ gelöscht</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Filter “{name}” moved</source>
        <translation>Filter „{name}“ verschoben</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Filter “{name}” changed</source>
        <translation>Filter „{name}“ geändert</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Save filter “{name}”</source>
        <translation>Filter „{name}“ speichern</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Rename filter “{name}”</source>
        <translation>Filter „{name}“ umbenennen</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Delete filter “{name}”</source>
        <translation>Filter „{name}“ löschen</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Move filter “{name}”</source>
        <translation>Filter „{name}“ verschieben</translation>
    </message>
    <message>
        <location filename="labels/filters.py"/>
        <source>Change filter “{name}”</source>
        <translation>Filter „{name}“ ändern</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/handover.py"/>
        <source>%n [item|items] moved from {source} to {target}</source>
        <translation><numerusform>%n [item] von {source} zu {target} verschoben</numerusform><numerusform>%n [items] von {source} zu {target} verschoben</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/handover.py"/>
        <source>%n [item|items] of {source} copied to {target}</source>
        <translation><numerusform>%n [item] von {source} zu {target} kopiert</numerusform><numerusform>%n [items] von {source} zu {target} kopiert</numerusform></translation>
    </message>
    <message>
        <location filename="labels/handover.py"/>
        <source>Move [items] of {source} to {target}</source>
        <translation>[Items] von {source} zu {target} verschieben</translation>
    </message>
    <message>
        <location filename="labels/handover.py"/>
        <source>Copy [items] of {source} to {target}</source>
        <translation>[Items] von {source} zu {target} kopieren</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/handover.py"/>
        <source>%n link(s) removed</source>
        <translation><numerusform>%n Verknüpfung entfernt</numerusform><numerusform>%n Verknüpfungen entfernt</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/handover.py"/>
        <source>%n [item|items] added</source>
        <translation><numerusform>%n [item] kommt hinzu</numerusform><numerusform>%n [items] kommen hinzu</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/handover.py"/>
        <source>%n [was|were] there already</source>
        <translation><numerusform>%n war schon da</numerusform><numerusform>%n waren schon da</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/handover.py"/>
        <source>%n [does|do] not fit</source>
        <translation><numerusform>für %n ist kein Platz</numerusform><numerusform>für %n ist kein Platz</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/handover.py"/>
        <source>%n to the waiting list</source>
        <translation><numerusform>%n auf die Warteliste</numerusform><numerusform>%n auf die Warteliste</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/handover.py"/>
        <source>overbooked by %n</source>
        <translation><numerusform>um %n überbucht</numerusform><numerusform>um %n überbucht</numerusform></translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>{fields} of {customers} in {items} changed</source>
        <translation>{fields} von {customers} bei {items} geändert</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>{field} of {customers} in {items} cleared</source>
        <translation>{field} von {customers} bei {items} geleert</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>{field} of {customers} in {items} set to {value}</source>
        <translation>{field} von {customers} bei {items} auf {value} gesetzt</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Change {fields} of {customers} in {items}</source>
        <translation>{fields} von {customers} bei {items} ändern</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Clear {field} of {customers} in {items}</source>
        <translation>{field} von {customers} bei {items} leeren</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Set {field} of {customers} in {items} to {value}</source>
        <translation>{field} von {customers} bei {items} auf {value} setzen</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/link_data.py"/>
        <source>Ended %n link(s) of {name} that [was|were] over</source>
        <translation><numerusform>%n abgelaufene Verknüpfung von {name} beendet</numerusform><numerusform>%n abgelaufene Verknüpfungen von {name} beendet</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/link_data.py"/>
        <source>Ended %n link(s) that [was|were] over</source>
        <translation><numerusform>%n abgelaufene Verknüpfung beendet</numerusform><numerusform>%n abgelaufene Verknüpfungen beendet</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/link_data.py"/>
        <source>End %n link(s) of {name} that [is|are] over</source>
        <translation><numerusform>%n abgelaufene Verknüpfung von {name} beenden</numerusform><numerusform>%n abgelaufene Verknüpfungen von {name} beenden</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/link_data.py"/>
        <source>End %n link(s) that [is|are] over</source>
        <translation><numerusform>%n abgelaufene Verknüpfung beenden</numerusform><numerusform>%n abgelaufene Verknüpfungen beenden</numerusform></translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Field {name} of links added</source>
        <translation>Feld {name} für Verknüpfungen hinzugefügt</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Field {old} of links is called {name} now</source>
        <translation>Feld {old} der Verknüpfungen heißt jetzt {name}</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>What can be chosen in field {name} of links changed</source>
        <translation>Auswahl im Feld {name} der Verknüpfungen geändert</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Field {name} of links deleted</source>
        <translation>Feld {name} der Verknüpfungen gelöscht</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Fields of links brought into another order</source>
        <translation>Felder der Verknüpfungen umgeordnet</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Add field {name}</source>
        <translation>Feld {name} hinzufügen</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Rename field {old} to {name}</source>
        <translation>Feld {old} in {name} umbenennen</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Change what can be chosen in field {name}</source>
        <translation>Auswahl des Feldes {name} ändern</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Delete field {name}</source>
        <translation>Feld {name} löschen</translation>
    </message>
    <message>
        <location filename="labels/link_data.py"/>
        <source>Reorder the fields of links</source>
        <translation>Felder der Verknüpfungen umordnen</translation>
    </message>
    <message numerus="yes">
        <location filename="labels/places.py"/>
        <source>%n put on the waiting list</source>
        <translation><numerusform>%n auf die Warteliste gesetzt</numerusform><numerusform>%n auf die Warteliste gesetzt</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/places.py"/>
        <source>%n [was|were] waiting already</source>
        <translation><numerusform>%n wartete schon</numerusform><numerusform>%n warteten schon</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/places.py"/>
        <source>%n left out</source>
        <translation><numerusform>%n ausgelassen</numerusform><numerusform>%n ausgelassen</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/places.py"/>
        <source>%n had declined this</source>
        <translation><numerusform>%n hatte das abgelehnt</numerusform><numerusform>%n hatten das abgelehnt</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="labels/places.py"/>
        <source> · %n still waiting</source>
        <translation><numerusform> · %n wartet noch</numerusform><numerusform> · %n warten noch</numerusform></translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>{customers} moved up to {items}</source>
        <translation>{customers} bei {items} nachgerückt</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>{customers} put on the waiting list of {items}</source>
        <translation>{customers} auf die Warteliste von {items} gesetzt</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>{customers} taken off the waiting list of {items}</source>
        <translation>{customers} von der Warteliste von {items} genommen</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>Preference of {customers} for {items}: {said}</source>
        <translation>Wunsch von {customers} zu {items}: {said}</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>Preference of {customers} for {items} forgotten</source>
        <translation>Wunsch von {customers} zu {items} vergessen</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>Note on the preference of {customers} for {items} changed</source>
        <translation>Notiz zum Wunsch von {customers} zu {items} geändert</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>Move {customers} up to {items}</source>
        <translation>{customers} bei {items} nachrücken lassen</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>Put {customers} on the waiting list of {items}</source>
        <translation>{customers} auf die Warteliste von {items} setzen</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>Take {customers} off the waiting list of {items}</source>
        <translation>{customers} von der Warteliste von {items} nehmen</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>Forget the preference of {customers} for {items}</source>
        <translation>Wunsch von {customers} zu {items} vergessen</translation>
    </message>
    <message>
        <location filename="labels/places.py"/>
        <source>Note on the preference of {customers} for {items}</source>
        <translation>Notiz zum Wunsch von {customers} zu {items}</translation>
    </message>
    <message>
        <location filename="ops/categories.py"/>
        <source>Choose another category for what is in this one.</source>
        <translation>Eine andere Kategorie wählen für das, was in dieser ist.</translation>
    </message>
    <message>
        <location filename="ops/categories.py"/>
        <source>There is a category “{name}” already.</source>
        <translation>Eine Kategorie „{name}“ gibt es schon.</translation>
    </message>
    <message>
        <location filename="ops/categories.py"/>
        <source>This is no colour.</source>
        <translation>Das ist keine Farbe.</translation>
    </message>
    <message>
        <location filename="ops/companies.py"/>
        <location filename="ops/items.py"/>
        <source> (copy)</source>
        <translation> (Kopie)</translation>
    </message>
    <message>
        <location filename="ops/customers.py"/>
        <source>This username is taken by {name}.</source>
        <translation>Diesen Benutzernamen hat schon {name}.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <location filename="ops/link_fields.py"/>
        <source>There is no such field.</source>
        <translation>Ein solches Feld gibt es nicht.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>This must be yes or no.</source>
        <translation>Das muss ja oder nein sein.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>{field} may not be empty.</source>
        <translation>{field} darf nicht leer sein.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>This must be a whole number.</source>
        <translation>Das muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>This must be a number from {least} to {most}.</source>
        <translation>Das muss eine Zahl von {least} bis {most} sein.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>There is no such day. Write it like 2026-01-31.</source>
        <translation>Diesen Tag gibt es nicht. Bitte in der Form 2026-01-31 schreiben.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <location filename="store/pages.py"/>
        <source>This must be one of: {values}.</source>
        <translation>Das muss eines von diesen sein: {values}.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>This must be a text.</source>
        <translation>Das muss ein Text sein.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>An e-mail address looks like name@example.org.</source>
        <translation>Eine E-Mail-Adresse sieht aus wie name@example.org.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>At most {limit} characters; these are {found}.</source>
        <translation>Höchstens {limit} Zeichen; das sind {found}.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>There are more than {most} accents on one letter; remove some.</source>
        <translation>Auf einem Buchstaben stehen mehr als {most} Akzente; bitte einige entfernen.</translation>
    </message>
    <message>
        <location filename="ops/fields.py"/>
        <source>There is a control character in it ({code}); remove it.</source>
        <translation>Darin ist ein Steuerzeichen ({code}); bitte entfernen.</translation>
    </message>
    <message>
        <location filename="ops/filters.py"/>
        <location filename="ops/link_fields.py"/>
        <location filename="ops/vocabulary.py"/>
        <source>This is none of the values to choose from.</source>
        <translation>Dieser Wert steht nicht zur Wahl.</translation>
    </message>
    <message>
        <location filename="ops/filters.py"/>
        <source>This filter is no longer there.</source>
        <translation>Diesen Filter gibt es nicht mehr.</translation>
    </message>
    <message numerus="yes">
        <location filename="ops/filters.py"/>
        <source>This is too long for a filter: it may have %n character(s).</source>
        <translation><numerusform>Das ist zu lang für einen Filter: höchstens %n Zeichen.</numerusform><numerusform>Das ist zu lang für einen Filter: höchstens %n Zeichen.</numerusform></translation>
    </message>
    <message>
        <location filename="ops/filters.py"/>
        <source>There is a character in it that cannot be stored.</source>
        <translation>Darin ist ein Zeichen, das sich nicht speichern lässt.</translation>
    </message>
    <message>
        <location filename="ops/filters.py"/>
        <source>There is a filter of this name already.</source>
        <translation>Einen Filter dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <location filename="ops/handover.py"/>
        <source>Nothing to copy: all of them are there already.</source>
        <translation>Nichts zu kopieren: Alle sind schon da.</translation>
    </message>
    <message>
        <location filename="ops/handover.py"/>
        <source>Nothing was copied: there is no free place.</source>
        <translation>Nichts wurde kopiert: Es gibt keinen freien Platz.</translation>
    </message>
    <message>
        <location filename="ops/handover.py"/>
        <source>Nothing to copy: there are no links.</source>
        <translation>Nichts zu kopieren: Es gibt keine Verknüpfungen.</translation>
    </message>
    <message>
        <location filename="ops/items.py"/>
        <source>This day is before the one from which it is available.</source>
        <translation>Dieser Tag liegt vor dem ersten, an dem es verfügbar ist.</translation>
    </message>
    <message>
        <location filename="ops/items.py"/>
        <source>This day is after the one until which it is available.</source>
        <translation>Dieser Tag liegt nach dem letzten, an dem es verfügbar ist.</translation>
    </message>
    <message>
        <location filename="ops/link_fields.py"/>
        <source>The end may not lie before the start.</source>
        <translation>Das Ende darf nicht vor dem Anfang liegen.</translation>
    </message>
    <message numerus="yes">
        <location filename="ops/link_fields.py"/>
        <source>There are %n fields already; that is the most.</source>
        <translation><numerusform>Es gibt schon %n Feld; mehr geht nicht.</numerusform><numerusform>Es gibt schon %n Felder; mehr geht nicht.</numerusform></translation>
    </message>
    <message>
        <location filename="ops/link_fields.py"/>
        <source>There is nothing to choose in this field.</source>
        <translation>In diesem Feld gibt es nichts auszuwählen.</translation>
    </message>
    <message>
        <location filename="ops/link_fields.py"/>
        <source>These fields were changed in the meantime. Look at them and try again.</source>
        <translation>Diese Felder wurden inzwischen geändert. Ansehen und noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="ops/link_fields.py"/>
        <source>There is a field of this name already.</source>
        <translation>Ein Feld dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <location filename="ops/link_fields.py"/>
        <source>A choice</source>
        <translation>Eine Auswahl</translation>
    </message>
    <message>
        <location filename="ops/link_fields.py"/>
        <source>Give from 1 to {most} values to choose from.</source>
        <translation>1 bis {most} Werte zur Auswahl angeben.</translation>
    </message>
    <message>
        <location filename="ops/link_fields.py"/>
        <source>Each value may be there once only.</source>
        <translation>Jeder Wert darf nur einmal vorkommen.</translation>
    </message>
    <message numerus="yes">
        <location filename="ops/links.py"/>
        <source>That would be more than %n link(s) at once; choose fewer.</source>
        <translation><numerusform>Das wäre mehr als %n Verknüpfung auf einmal; weniger auswählen.</numerusform><numerusform>Das wären mehr als %n Verknüpfungen auf einmal; weniger auswählen.</numerusform></translation>
    </message>
    <message>
        <location filename="ops/moves.py"/>
        <source>There is nothing to move: they are not linked there.</source>
        <translation>Nichts zu verschieben: Sie sind dort nicht verknüpft.</translation>
    </message>
    <message>
        <location filename="ops/pinned.py"/>
        <source>The keys are 1 to 9.</source>
        <translation>Die Tasten sind 1 bis 9.</translation>
    </message>
    <message>
        <location filename="ops/places.py"/>
        <source>Nobody of them is waiting any more.</source>
        <translation>Davon wartet niemand mehr.</translation>
    </message>
    <message numerus="yes">
        <location filename="ops/places.py"/>
        <source>%n place(s) [is|are] taken; there cannot be only {capacity}.</source>
        <translation><numerusform>%n Platz ist belegt; nur {capacity} können es nicht sein.</numerusform><numerusform>%n Plätze sind belegt; nur {capacity} können es nicht sein.</numerusform></translation>
    </message>
    <message>
        <location filename="ops/preferences.py"/>
        <source>This preference is not there any more.</source>
        <translation>Diesen Wunsch gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="ops/sample.py"/>
        <source>There are records in this file already; sample data only goes into an empty file.</source>
        <translation>In dieser Datei sind schon Datensätze; Beispieldaten kommen nur in eine leere Datei.</translation>
    </message>
    <message>
        <location filename="ops/sample.py"/>
        <source>This must be a number from 0 to {most}.</source>
        <translation>Das muss eine Zahl von 0 bis {most} sein.</translation>
    </message>
    <message>
        <location filename="ops/sample.py"/>
        <location filename="store/salvage.py"/>
        <source>Links</source>
        <translation>Verknüpfungen</translation>
    </message>
    <message>
        <location filename="ops/sample.py"/>
        <location filename="store/asof.py"/>
        <location filename="store/salvage.py"/>
        <source>Search index</source>
        <translation>Suchverzeichnis</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Furniture|Desk Lamp: warm light, brass foot|Standing Desk: 160 × 80 cm, two motors|Office Chair: adjustable in five ways|Bookshelf, oak|Coat Rack|Side Table: fits beside any armchair
Kitchen|Kettle, 1.7 litres|Bread Knife|Cast-Iron Pan: 28 cm, for every stove|Coffee Grinder: ceramic cone|Mixing Bowls, set of 3|Apron
Garden|Watering Can|Pruning Shears: for right and left hands|Raised Bed Kit: larch, 120 × 80 cm|Wheelbarrow|Bird House|Garden Hose, 25 m
Stationery|Notebook, dotted: 192 pages, lies flat|Fountain Pen|Ink, midnight blue|Desk Calendar|Letter Scale|Gift Wrap, 10 sheets</source>
        <translation>Möbel|Schreibtischlampe: warmes Licht, Fuß aus Messing|Stehschreibtisch: 160 × 80 cm, zwei Motoren|Bürostuhl: fünffach verstellbar|Bücherregal, Eiche|Garderobe|Beistelltisch: passt neben jeden Sessel
Küche|Wasserkocher, 1,7 Liter|Brotmesser|Gusseisenpfanne: 28 cm, für jeden Herd|Kaffeemühle: Mahlwerk aus Keramik|Rührschüsseln, 3 Stück|Schürze
Garten|Gießkanne|Gartenschere: für Rechts- und Linkshänder|Hochbeet: Lärche, 120 × 80 cm|Schubkarre|Vogelhaus|Gartenschlauch, 25 m
Papierwaren|Notizbuch, gepunktet: 192 Seiten, liegt flach auf|Füller|Tinte, nachtblau|Tischkalender|Briefwaage|Geschenkpapier, 10 Bogen</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Mobile|Mobile Small: 5 GB and calls|Mobile Medium: 20 GB and calls|Mobile Large: without limits|Family Plan: up to five people|Prepaid|Data only: for tablets
Internet|Internet 50|Internet 250|Internet 1000: fibre only|Internet for Students|Weekend Cottage: pause it at any time|Business Line: a fixed address and a promise
Reading|Daily Paper|Weekend Paper|Magazine Pass: 40 titles|Audio Books|Crosswords|Children's Library: from three years on
Extras|Founders' Plan: only for the first hundred|Cloud Storage 1 TB|Insurance for Devices|Calls Abroad|Second Card|Support 24/7: answers within an hour</source>
        <translation>Mobilfunk|Mobil S: 5 GB und Telefonie|Mobil M: 20 GB und Telefonie|Mobil L: ohne Grenzen|Familientarif: bis zu fünf Personen|Prepaid|Nur Daten: für Tablets
Internet|Internet 50|Internet 250|Internet 1000: nur mit Glasfaser|Internet für Studierende|Wochenendhaus: lässt sich jederzeit unterbrechen|Geschäftsanschluss: feste Adresse, zugesagte Leistung
Lesen|Tageszeitung|Wochenendzeitung|Zeitschriften-Flat: 40 Titel|Hörbücher|Kreuzworträtsel|Kinderbücherei: ab drei Jahren
Extras|Gründungstarif: nur für die ersten hundert|Cloud-Speicher 1 TB|Geräteversicherung|Auslandsgespräche|Zweitkarte|Hilfe rund um die Uhr: Antwort innerhalb einer Stunde</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Office|Team Calendar|Shared Drive: with 90 days of versions|Video Meetings|Print and Scan|Room Booking|Wiki: what everybody should know
Building|Front Door|Server Room: with an escort only|Bicycle Cellar|Gym|Roof Terrace|Parking Deck: level 2
Tools|Code Hosting|Design Suite|Test Devices: back by Friday|Build Farm|Error Tracker|Translation Desk
Support|Help Desk|Payroll Portal: personal data|Travel Booking|Company Card: needs a signature|Library|Childcare: twelve places</source>
        <translation>Büro|Teamkalender|Gemeinsames Laufwerk: mit Versionen der letzten 90 Tage|Videokonferenzen|Drucken und Scannen|Raumbuchung|Wiki: was alle wissen sollten
Gebäude|Haupteingang|Serverraum: nur in Begleitung|Fahrradkeller|Fitnessraum|Dachterrasse|Parkdeck: Ebene 2
Werkzeuge|Code-Ablage|Design-Paket|Testgeräte: Rückgabe bis Freitag|Build-Server|Fehlerverwaltung|Übersetzungsportal
Hilfe|Helpdesk|Gehaltsportal: personenbezogene Daten|Reisebuchung|Firmenkarte: Unterschrift nötig|Bibliothek|Kinderbetreuung: zwölf Plätze</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Office|Office, 5 seats|Office, 25 seats|Diagram Studio|Mail Archive|Forms Designer: for Windows only|Spreadsheet Add-in
Design|Photo Editor|Vector Studio|Font Library: for print and web|Video Cutter|3D Modeller: needs a strong machine|Colour Tools
Development|Code Editor Pro|Database Browser|Profiler: one seat for each machine|Version Client|Test Runner Cloud|Icon Set: mention the author
Security|Password Vault|Backup Agent|VPN Client: for those who travel|Disk Encryption|Mail Filter|Audit Console</source>
        <translation>Büro|Office, 5 Plätze|Office, 25 Plätze|Diagramm-Studio|Mailarchiv|Formulardesigner: nur für Windows|Tabellen-Zusatz
Gestaltung|Bildbearbeitung|Vektor-Studio|Schriftenbibliothek: für Druck und Web|Videoschnitt|3D-Modellierer: braucht einen starken Rechner|Farbwerkzeuge
Entwicklung|Code-Editor Pro|Datenbank-Browser|Profiler: ein Platz je Rechner|Versionsverwaltung|Testumgebung Cloud|Icon-Sammlung: Urheber nennen
Sicherheit|Passwort-Tresor|Datensicherung|VPN-Client: für unterwegs|Festplattenverschlüsselung|Mailfilter|Prüfkonsole</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Science|Maths 101: numbers, functions and proofs|Maths 102: continues Maths 101|Statistics|Physics: with experiments on Fridays|Chemistry for Cooks|Astronomy: bring warm clothes
Languages|French for Beginners|French, second year|Spanish Conversation|Italian for Travellers|German at Work: letters, meetings, calls|Sign Language
Arts|Pottery: clay and two firings included|Photography: six evenings on light and framing|Choir|Life Drawing|Creative Writing|Cello for Adults: instruments can be rented
Practical|First Aid: one Saturday; valid for two years|Bicycle Repair|Bookkeeping|Sewing Machine Licence|Beekeeping: with a suit in your size|Speaking in Public</source>
        <translation>Wissenschaft|Mathematik I: Zahlen, Funktionen und Beweise|Mathematik II: setzt Mathematik I fort|Statistik|Physik: freitags mit Experimenten|Chemie in der Küche|Astronomie: warm anziehen
Sprachen|Französisch für den Anfang|Französisch, zweites Jahr|Spanische Konversation|Italienisch für die Reise|Deutsch im Beruf: Briefe, Besprechungen, Telefonate|Gebärdensprache
Kunst|Töpfern: Ton und zwei Brände inbegriffen|Fotografie: sechs Abende über Licht und Bildaufbau|Chor|Aktzeichnen|Kreatives Schreiben|Cello für Erwachsene: Leihinstrumente vorhanden
Praxis|Erste Hilfe: ein Samstag; gilt zwei Jahre|Fahrradreparatur|Buchführung|Nähmaschinenführerschein|Imkern: mit Anzug in der passenden Größe|Vor Publikum sprechen</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Subscriptions|Courses|Software|Leisure</source>
        <translation>Abos|Kurse|Software|Freizeit</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Lindenau Bakery|Ostermark Printers|Riverton Robotics|Porto Claro Shipping|Thornfield School|Elmsworth Clinic|Castelverde Wines|Żabinek Film</source>
        <translation>Bäckerei Lindenau|Druckerei Ostermark|Riverton Robotik|Reederei Porto Claro|Thornfield-Schule|Klinik Elmsworth|Weingut Castelverde|Żabinek Film</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Paid in advance.|Wants an invoice.|Came by recommendation.|Asked to be called before it ends.|Has a discount of 10 %.|Started with a free week.</source>
        <translation>Im Voraus bezahlt.|Wünscht eine Rechnung.|Kam durch eine Empfehlung.|Bittet um Anruf, bevor es endet.|Hat 10 % Rabatt.|Begann mit einer Gratiswoche.</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Too far away.|Had it last year.|No time before the summer.|Wants to wait for the next one.</source>
        <translation>Zu weit weg.|Hatte es letztes Jahr.|Keine Zeit vor dem Sommer.|Möchte auf das nächste Mal warten.</translation>
    </message>
    <message>
        <location filename="ops/sample_kits.py"/>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Customer] {name} was left out; there is no place</source>
        <translation>[Customer] {name}: ausgelassen; es gibt keinen Platz</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Customer] {name} is on the waiting list of [item]</source>
        <translation>[Customer] {name}: auf der Warteliste ([item])</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Customer] {name} is already added to [item]</source>
        <translation>[Customer] {name} ist schon zu [item] hinzugefügt</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Customer] {name} added to [item]</source>
        <translation>[Customer] {name} zu [item] hinzugefügt</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Customer] {name} removed from the waiting list of [item]</source>
        <translation>[Customer] {name} von der Warteliste von [item] gestrichen</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Customer] {name} is not added to [item]</source>
        <translation>[Customer] {name} ist nicht zu [item] hinzugefügt</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Customer] {name} removed from [item]</source>
        <translation>[Customer] {name} von [item] entfernt</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Item] {name} was left out; there is no place</source>
        <translation>[Item] {name}: ausgelassen; es gibt keinen Platz</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Item] {name} is full; [customer] is on its waiting list</source>
        <translation>[Item] {name} ist voll; [customer] steht auf der Warteliste</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Item] {name} is already added to [customer]</source>
        <translation>[Item] {name} ist schon zu [customer] hinzugefügt</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Item] {name} added to [customer]</source>
        <translation>[Item] {name} zu [customer] hinzugefügt</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Customer] removed from the waiting list of [item] {name}</source>
        <translation>[Customer] von der Warteliste von [item] {name} gestrichen</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Item] {name} is not added to [customer]</source>
        <translation>[Item] {name} ist nicht zu [customer] hinzugefügt</translation>
    </message>
    <message>
        <location filename="ops/single.py"/>
        <source>[Item] {name} removed from [customer]</source>
        <translation>[Item] {name} von [customer] entfernt</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>post|courier|collected</source>
        <translation>Post|Kurier|Abholung</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>monthly|quarterly|yearly</source>
        <translation>monatlich|vierteljährlich|jährlich</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Discount in %</source>
        <translation>Rabatt in %</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>read|write|manage</source>
        <translation>lesen|schreiben|verwalten</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Grade</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>very good|good|satisfactory|sufficient|failed</source>
        <translation>sehr gut|gut|befriedigend|ausreichend|nicht bestanden</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Left side, one</source>
        <translation>Links, Einzahl</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Left side, several</source>
        <translation>Links, Mehrzahl</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Right side, one</source>
        <translation>Rechts, Einzahl</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Right side, several</source>
        <translation>Rechts, Mehrzahl</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Verb for linking</source>
        <translation>Verb fürs Verknüpfen</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>… when it is done</source>
        <translation>… wenn es getan ist</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>… followed by</source>
        <translation>… Präposition</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>Verb for unlinking</source>
        <translation>Verb fürs Lösen</translation>
    </message>
    <message>
        <location filename="ops/vocabulary.py"/>
        <source>The sign {sign} cannot stand in a word.</source>
        <translation>Das Zeichen {sign} kann nicht in einem Wort stehen.</translation>
    </message>
    <message>
        <location filename="store/apply.py"/>
        <source>Its links were changed since. It stays as it is.</source>
        <translation>Die Verknüpfungen wurden seitdem geändert. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="store/asof.py"/>
        <source>Copying the file</source>
        <translation>Die Datei wird kopiert</translation>
    </message>
    <message>
        <location filename="store/asof.py"/>
        <source>Its history does not lead back to that day.</source>
        <translation>Ihr Verlauf reicht nicht bis zu diesem Tag zurück.</translation>
    </message>
    <message>
        <location filename="store/asof.py"/>
        <source>Taking steps back</source>
        <translation>Schritte werden zurückgenommen</translation>
    </message>
    <message>
        <location filename="store/backup.py"/>
        <source>The copy could not be verified and was not kept.</source>
        <translation>Die Kopie ließ sich nicht prüfen und wurde nicht behalten.</translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>There is not enough room on the disk for a backup.</source>
        <translation>Auf dem Laufwerk ist nicht genug Platz für eine Sicherung.</translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>There is not enough room on the disk for it.</source>
        <translation>Auf dem Laufwerk ist nicht genug Platz dafür.</translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>The folder of the backups cannot be written.</source>
        <translation>In den Ordner der Sicherungen lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>Another program is using the file.</source>
        <translation>Ein anderes Programm benutzt die Datei.</translation>
    </message>
    <message>
        <location filename="store/backups.py"/>
        <source>The folder of the backups cannot be written, or the file not be read.</source>
        <translation>In den Ordner der Sicherungen lässt sich nicht schreiben, oder die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>A part of the file cannot be read ({reason}).</source>
        <translation>Ein Teil der Datei ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>An index of the file is not in line with its table: {finding}.</source>
        <translation>Ein Verzeichnis der Datei passt nicht zu seiner Tabelle: {finding}.</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>A search index is not in line with the records: {finding}.</source>
        <translation>Ein Suchverzeichnis passt nicht zu den Datensätzen: {finding}.</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The file is damaged: {finding}.</source>
        <translation>Die Datei ist beschädigt: {finding}.</translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n link(s) whose [item] is missing.</source>
        <translation><numerusform>%n Verknüpfung ohne [item].</numerusform><numerusform>%n Verknüpfungen ohne [item].</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n link(s) whose [customer] is missing.</source>
        <translation><numerusform>%n Verknüpfung ohne [customer].</numerusform><numerusform>%n Verknüpfungen ohne [customer].</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n [customer|customers] without their user.</source>
        <translation><numerusform>%n [customer] ohne Benutzer.</numerusform><numerusform>%n [customers] ohne Benutzer.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n [item|items] whose category is missing.</source>
        <translation><numerusform>%n [item] ohne die Kategorie.</numerusform><numerusform>%n [items] ohne ihre Kategorie.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n row(s) of the table {table} without the other end.</source>
        <translation><numerusform>%n Zeile der Tabelle {table} ohne das andere Ende.</numerusform><numerusform>%n Zeilen der Tabelle {table} ohne das andere Ende.</numerusform></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>index</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The {kind} “{name}” is missing.</source>
        <translation>{kind} „{name}“ fehlt.</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The {kind} “{name}” is not made as it should be.</source>
        <translation>{kind} „{name}“ ist nicht gebaut, wie es sein soll.</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The {kind} “{name}” does not belong to ItemLink.</source>
        <translation>{kind} „{name}“ gehört nicht zu ItemLink.</translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n user(s) that no [customer] has.</source>
        <translation><numerusform>%n Benutzer ohne [customer].</numerusform><numerusform>%n Benutzer ohne [customer].</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n row(s) of the table {table} with a number that cannot be.</source>
        <translation><numerusform>%n Zeile der Tabelle {table} mit einer unmöglichen Nummer.</numerusform><numerusform>%n Zeilen der Tabelle {table} mit einer unmöglichen Nummer.</numerusform></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>What [items] are sorted and searched by is not in line with them.</source>
        <translation>Wonach [items] sortiert und gesucht werden, passt nicht zu ihnen.</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>What [customers] are sorted and searched by is not in line with them.</source>
        <translation>Wonach [customers] sortiert und gesucht werden, passt nicht zu ihnen.</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The number of [customers] is not right for every [item].</source>
        <translation>Die Anzahl der [customers] stimmt nicht überall ([items]).</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The number of [items] is not right for every [customer].</source>
        <translation>Die Anzahl der [items] stimmt nicht überall ([customers]).</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>What companies are sorted and searched by is not in line with them.</source>
        <translation>Wonach Firmen sortiert und gesucht werden, passt nicht zu ihnen.</translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The number of [customers] is not right for every company.</source>
        <translation>Die Anzahl der [customers] stimmt nicht bei jeder Firma.</translation>
    </message>
    <message numerus="yes">
        <location filename="store/check.py"/>
        <source>%n step(s) of the history that cannot be read (number {ids}).</source>
        <translation><numerusform>%n Schritt des Verlaufs ist nicht lesbar (Nummer {ids}).</numerusform><numerusform>%n Schritte des Verlaufs sind nicht lesbar (Nummer {ids}).</numerusform></translation>
    </message>
    <message>
        <location filename="store/check.py"/>
        <source>The search index “{name}” is not in line with the records.</source>
        <translation>Das Suchverzeichnis „{name}“ passt nicht zu den Datensätzen.</translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>It is in use by another program in a way that is not safe to share.</source>
        <translation>Ein anderes Programm benutzt sie auf eine Weise, die sich nicht sicher teilen lässt.</translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>It was made by a newer ItemLink. Install that one to open it.</source>
        <translation>Sie stammt von einem neueren ItemLink. Mit dem lässt sie sich öffnen.</translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <location filename="store/salvage.py"/>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>You may not read it.</source>
        <translation>Sie zu lesen ist nicht erlaubt.</translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>It is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <location filename="store/database.py"/>
        <source>It is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file could not be written: {reason}.</source>
        <translation>Die Datei ließ sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The disk is full. Nothing was stored; free some space and try again.</source>
        <translation>Das Laufwerk ist voll. Nichts wurde gespeichert; Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file or its folder is read-only. Nothing was stored; save a copy elsewhere.</source>
        <translation>Die Datei oder ihr Ordner ist schreibgeschützt. Nichts wurde gespeichert; anderswo eine Kopie speichern.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The search index is not in order. Nothing was stored; Check file in the menu Tools repairs it.</source>
        <translation>Das Suchverzeichnis ist nicht in Ordnung. Nichts wurde gespeichert; Datei prüfen im Menü Extras repariert es.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The disk reports an error. Nothing was stored; save a copy elsewhere.</source>
        <translation>Das Laufwerk meldet einen Fehler. Nichts wurde gespeichert; anderswo eine Kopie speichern.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file or its folder cannot be written. Nothing was stored.</source>
        <translation>In die Datei oder ihren Ordner lässt sich nicht schreiben. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>Another program is using the file. Nothing was stored; try again in a moment.</source>
        <translation>Ein anderes Programm benutzt die Datei. Nichts wurde gespeichert; gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file was moved, replaced or deleted by another program. Nothing was stored; save a copy to go on.</source>
        <translation>Ein anderes Programm hat die Datei verschoben, ersetzt oder gelöscht. Nichts wurde gespeichert; mit einer Kopie geht es weiter.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>This file can only be read. Nothing was stored; save a copy to go on.</source>
        <translation>Diese Datei lässt sich nur lesen. Nichts wurde gespeichert; mit einer Kopie geht es weiter.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>The file is damaged. It was left as it is, and nothing is stored in it.</source>
        <translation>Die Datei ist beschädigt. Sie bleibt, wie sie ist, und nichts wird in ihr gespeichert.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>This is the open file itself; choose another name for the copy.</source>
        <translation>Das ist die offene Datei selbst; für die Kopie einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>It is damaged. It was left as it is.</source>
        <translation>Sie ist beschädigt und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>Another program is using it. Try again in a moment.</source>
        <translation>Ein anderes Programm benutzt sie. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <location filename="store/salvage_source.py"/>
        <source>It could not be read.</source>
        <translation>Sie ließ sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="store/explain.py"/>
        <source>It is not an ItemLink file.</source>
        <translation>Das ist keine ItemLink-Datei.</translation>
    </message>
    <message>
        <location filename="store/migrate.py"/>
        <source>Making a backup beside it…</source>
        <translation>Sicherung daneben wird angelegt…</translation>
    </message>
    <message>
        <location filename="store/migrate.py"/>
        <source>It could not be brought up to date and was left as it is.</source>
        <translation>Sie ließ sich nicht auf den neuen Stand bringen und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <location filename="store/migrate.py"/>
        <source>Looking through it…</source>
        <translation>Datei wird durchgesehen…</translation>
    </message>
    <message>
        <location filename="store/migrate.py"/>
        <source>Bringing it up to date…</source>
        <translation>Datei wird auf den neuesten Stand gebracht…</translation>
    </message>
    <message>
        <location filename="store/migrate.py"/>
        <source>Looking through it once more…</source>
        <translation>Datei wird noch einmal durchgesehen…</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Full name</source>
        <translation>Voller Name</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Wants no messages</source>
        <translation>Wünscht keine Nachrichten</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>nobody more</source>
        <translation>niemand mehr</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>overbook</source>
        <translation>überbuchen</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>When full</source>
        <translation>Wenn voll</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Warn when fewer are left than</source>
        <translation>Warnen, wenn weniger frei sind als</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Available from</source>
        <translation>Verfügbar ab</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Available until</source>
        <translation>Verfügbar bis</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Starts on</source>
        <translation>Beginnt am</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>Ends on</source>
        <translation>Endet am</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>wants it</source>
        <translation>möchte es</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>favourite</source>
        <translation>Liebling</translation>
    </message>
    <message>
        <location filename="store/models.py"/>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <location filename="store/new_file.py"/>
        <source>There is a file of that name already; it was left as it is.</source>
        <translation>Eine Datei dieses Namens gibt es schon; sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <location filename="store/new_file.py"/>
        <source>It cannot be made there: {reason}.</source>
        <translation>Sie lässt sich dort nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <location filename="store/new_file.py"/>
        <source>It cannot be made there.</source>
        <translation>Sie lässt sich dort nicht anlegen.</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>how many of it</source>
        <translation>wie viele davon</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the day from which it counts</source>
        <translation>der Tag, ab dem es gilt</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>its last day</source>
        <translation>der letzte Tag</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>its last day, from today on</source>
        <translation>der letzte Tag, ab heute</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the note on it</source>
        <translation>die Notiz dazu</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the day on which it was made</source>
        <translation>der Tag, an dem es angelegt wurde</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the day of its last change</source>
        <translation>der Tag der letzten Änderung</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>ends within 30 days</source>
        <translation>endet in den nächsten 30 Tagen</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>has an end that has passed</source>
        <translation>hat ein Ende, das vorbei ist</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>no place is free</source>
        <translation>kein Platz ist frei</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>more are taken than there are places</source>
        <translation>mehr belegt, als es Plätze gibt</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>fewer are free than the limit for a warning</source>
        <translation>weniger sind frei als die Grenze für eine Warnung</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>can be had today, and a place is free</source>
        <translation>heute zu haben, und ein Platz ist frei</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>its name</source>
        <translation>der Name</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>its description</source>
        <translation>die Beschreibung</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>how many [customers]</source>
        <translation>wie viele [customers]</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>who has it</source>
        <translation>wer es hat</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the username of one who has it</source>
        <translation>der Benutzername von jemandem, der es hat</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>its category</source>
        <translation>die Kategorie</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the company of one who has it</source>
        <translation>die Firma von jemandem, der es hat</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>whether it is full or ends soon</source>
        <translation>ob es voll ist oder bald endet</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>places taken</source>
        <translation>belegte Plätze</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>places left</source>
        <translation>freie Plätze</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>places there are</source>
        <translation>vorhandene Plätze</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>how many wait for it</source>
        <translation>wie viele darauf warten</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>who wants it</source>
        <translation>wer es möchte</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>whose favourite it is</source>
        <translation>wem es am liebsten ist</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>who declined it</source>
        <translation>wer es abgelehnt hat</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>available from</source>
        <translation>verfügbar ab</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>available until</source>
        <translation>verfügbar bis</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the name</source>
        <translation>der Name</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the username</source>
        <translation>der Benutzername</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the e-mail address</source>
        <translation>die E-Mail-Adresse</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the phone number</source>
        <translation>die Telefonnummer</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the address</source>
        <translation>die Adresse</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the notes</source>
        <translation>die Notizen</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>how many [items]</source>
        <translation>wie viele [items]</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>what they have</source>
        <translation>was sie haben</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>category of what they have</source>
        <translation>Kategorie dessen, was sie haben</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the company</source>
        <translation>die Firma</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>how many companies</source>
        <translation>wie viele Firmen</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>whether something of theirs ends soon</source>
        <translation>ob bald etwas davon endet</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>how many they wait for</source>
        <translation>auf wie vieles sie warten</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>what they want</source>
        <translation>was sie möchten</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>what they like best</source>
        <translation>was ihnen am liebsten ist</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>what they declined</source>
        <translation>was sie abgelehnt haben</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>who is in it</source>
        <translation>wer darin ist</translation>
    </message>
    <message>
        <location filename="store/query/fields.py"/>
        <source>the username of one who is in it</source>
        <translation>der Benutzername von jemandem darin</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>Something is missing after “{word}”. To look for the word itself, put it in quotes.</source>
        <translation>Nach „{word}“ fehlt etwas. Um das Wort selbst zu suchen, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>Something is missing before “{word}”. To look for the word itself, put it in quotes.</source>
        <translation>Vor „{word}“ fehlt etwas. Um das Wort selbst zu suchen, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>There is nothing between these parentheses.</source>
        <translation>Zwischen diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>This parenthesis is not closed.</source>
        <translation>Diese Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>This parenthesis closes nothing. To look for it, put it in quotes.</source>
        <translation>Diese Klammer schließt nichts. Um sie zu suchen, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>Too much stands inside of each other here. Please make it simpler.</source>
        <translation>Hier steht zu viel ineinander. Einfacher geht es besser.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>Something is missing after “{word}”.</source>
        <translation>Nach „{word}“ fehlt etwas.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>“{name}” is no number: it can only be compared with : and =.</source>
        <translation>„{name}“ ist keine Zahl und lässt sich nur mit : und = vergleichen.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>Here must be a comma, or the end of the parenthesis.</source>
        <translation>Hier muss ein Komma stehen oder die Klammer enden.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>Something is missing between these parentheses.</source>
        <translation>Zwischen diesen Klammern fehlt etwas.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>“{name}” can be asked of [items], but not here.</source>
        <translation>„{name}“ lässt sich bei [items] fragen, aber nicht hier.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>“{name}” can be asked of [customers], but not here.</source>
        <translation>„{name}“ lässt sich bei [customers] fragen, aber nicht hier.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>There is no field “{name}”. Is “{near}” meant? To look for the text itself, put it in quotes.</source>
        <translation>Ein Feld „{name}“ gibt es nicht. Ist „{near}“ gemeint? Um den Text selbst zu suchen, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <location filename="store/query/grammar.py"/>
        <source>There is no field “{name}”. To look for the text itself, put it in quotes.</source>
        <translation>Ein Feld „{name}“ gibt es nicht. Um den Text selbst zu suchen, in Anführungszeichen setzen.</translation>
    </message>
    <message numerus="yes">
        <location filename="store/query/scanner.py"/>
        <source>This is too much for one query: it may have %n part(s).</source>
        <translation><numerusform>Das ist zu viel für eine Suche: Sie darf %n Teil haben.</numerusform><numerusform>Das ist zu viel für eine Suche: Sie darf %n Teile haben.</numerusform></translation>
    </message>
    <message>
        <location filename="store/query/values.py"/>
        <source>“{name}” is compared with a number, as in {example}.</source>
        <translation>„{name}“ wird mit einer Zahl verglichen, wie in {example}.</translation>
    </message>
    <message>
        <location filename="store/query/values.py"/>
        <source>“{name}” is compared with a day such as 2026-12-31, 2026-12, 2026, today, or 30d for in 30 days.</source>
        <translation>„{name}“ wird mit einem Tag verglichen, etwa 2026-12-31, 2026-12, 2026, today, oder 30d für in 30 Tagen.</translation>
    </message>
    <message>
        <location filename="store/query/values.py"/>
        <source>After “{name}:” there must be one of these words: {words}.</source>
        <translation>Nach „{name}:“ muss eines dieser Wörter stehen: {words}.</translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>The table “{name}” was made anew.</source>
        <translation>Die Tabelle „{name}“ wurde neu angelegt.</translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>The index “{name}” was made anew.</source>
        <translation>Das Verzeichnis „{name}“ wurde neu angelegt.</translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>The indexes were built anew.</source>
        <translation>Die Verzeichnisse wurden neu aufgebaut.</translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>What records are sorted, searched and counted by was derived anew.</source>
        <translation>Wonach Datensätze sortiert, gesucht und gezählt werden, wurde neu abgeleitet.</translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>%n step(s) of the history cannot be read and can no longer be taken back.</source>
        <translation><numerusform>%n Schritt des Verlaufs ist nicht lesbar und lässt sich nicht mehr zurücknehmen.</numerusform><numerusform>%n Schritte des Verlaufs sind nicht lesbar und lassen sich nicht mehr zurücknehmen.</numerusform></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <location filename="store/salvage.py"/>
        <source>[Item] {id} (name lost)</source>
        <translation>[Item] {id} (Name verloren)</translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <location filename="store/salvage.py"/>
        <source>Company {id} (name lost)</source>
        <translation>Firma {id} (Name verloren)</translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: %n [item|items] that links lead to; the name(s) [is|are] lost.</source>
        <translation><numerusform>Neu angelegt: %n [item], worauf Verknüpfungen zeigen; der Name ist verloren.</numerusform><numerusform>Neu angelegt: %n [items], worauf Verknüpfungen zeigen; die Namen sind verloren.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: %n [customer|customers] that links lead to; the name(s) [is|are] lost.</source>
        <translation><numerusform>Neu angelegt: %n [customer], worauf Verknüpfungen zeigen; der Name ist verloren.</numerusform><numerusform>Neu angelegt: %n [customers], worauf Verknüpfungen zeigen; die Namen sind verloren.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: %n company record(s) that [customers] lead to; the name(s) [is|are] lost.</source>
        <translation><numerusform>Neu angelegt: %n Firma, worauf [customers] verweisen; der Name ist verloren.</numerusform><numerusform>Neu angelegt: %n Firmen, worauf [customers] verweisen; die Namen sind verloren.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: %n category record(s) that [items] lead to; the name(s) [is|are] lost.</source>
        <translation><numerusform>Neu angelegt: %n Kategorie, worauf [items] verweisen; der Name ist verloren.</numerusform><numerusform>Neu angelegt: %n Kategorien, worauf [items] verweisen; die Namen sind verloren.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: the user(s) of %n [customer|customers]; the name(s) [is|are] lost.</source>
        <translation><numerusform>Neu angelegt: der Benutzer zu %n [customer]; der Name ist verloren.</numerusform><numerusform>Neu angelegt: die Benutzer zu %n [customers]; die Namen sind verloren.</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="store/repair.py"/>
        <source>Made again: the [customer|customers] of %n user(s).</source>
        <translation><numerusform>Neu angelegt: [customer] zu %n Benutzer.</numerusform><numerusform>Neu angelegt: [customers] zu %n Benutzern.</numerusform></translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <location filename="store/salvage.py"/>
        <source>[Customer] {id} (name lost)</source>
        <translation>[Customer] {id} (Name verloren)</translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <location filename="store/salvage.py"/>
        <source>Category {id} (name lost)</source>
        <translation>Kategorie {id} (Name verloren)</translation>
    </message>
    <message>
        <location filename="store/repair.py"/>
        <source>Category {id} (name lost, {number})</source>
        <translation>Kategorie {id} (Name verloren, {number})</translation>
    </message>
    <message>
        <location filename="store/salvage.py"/>
        <source>What was saved could not be verified and was not kept.</source>
        <translation>Das Gerettete ließ sich nicht prüfen und wurde nicht behalten.</translation>
    </message>
    <message>
        <location filename="store/salvage.py"/>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <location filename="store/undo.py"/>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <location filename="store/undo.py"/>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <location filename="store/undo.py"/>
        <source>This step is taken back already.</source>
        <translation>Dieser Schritt ist schon zurückgenommen.</translation>
    </message>
    <message>
        <location filename="store/undo.py"/>
        <source>Something else was changed in the meantime; look at the history and try again.</source>
        <translation>Inzwischen wurde etwas anderes geändert; im Verlauf nachsehen und noch einmal versuchen.</translation>
    </message>
    <message>
        <location filename="store/undoable.py"/>
        <source>“{name}” is there already. It stays as it is.</source>
        <translation>„{name}“ ist schon da und bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="store/undoable.py"/>
        <source>A record that it needs no longer exists. It stays as it is.</source>
        <translation>Ein Datensatz, den das braucht, ist nicht mehr da. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="store/undoable.py"/>
        <source>The record was deleted since. It stays as it is.</source>
        <translation>Der Datensatz wurde seitdem gelöscht. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="store/undoable.py"/>
        <source>“{name}” was changed since. It stays as it is.</source>
        <translation>„{name}“ wurde seitdem geändert. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="store/undoable.py"/>
        <source>“{name}” was changed since: {field} is now “{theirs}”, not “{ours}”. It stays as it is.</source>
        <translation>„{name}“ wurde seitdem geändert: {field} ist jetzt „{theirs}“, nicht „{ours}“. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="store/undoable.py"/>
        <source>The record has links that were made since. It stays as it is.</source>
        <translation>Der Datensatz hat Verknüpfungen, die seitdem entstanden sind. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="store/undoable.py"/>
        <source>The username is used by somebody else now. It stays as it is.</source>
        <translation>Den Benutzernamen hat jetzt jemand anders. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="store/undoable.py"/>
        <source>Something else has taken its place since. It stays as it is.</source>
        <translation>An der Stelle steht seitdem etwas anderes. Es bleibt, wie es ist.</translation>
    </message>
</context>
</TS>
