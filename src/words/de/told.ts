import type { Same } from '../catalogue';
import type { told as english } from '../en/told';

export const told: Same<typeof english> = {
  noLanguage:
    'Die Texte dieser Sprache konnten nicht geladen werden. Stellen Sie einmal eine Netzverbindung her und wählen Sie sie erneut.',
  full: 'Der Speicher dieses Browsers ist voll: Die letzten Änderungen sind nicht gesichert. Speichern Sie das Projekt als Datei, oder löschen Sie Projekte.',
  closed:
    'Dieser Browser bewahrt für diese Seite nichts auf (ein privates Fenster?). Speichern Sie das Projekt als Datei, bevor Sie sie schließen.',
  noRoomForDistrict: 'Es ist kein Platz, um dieses Gebiet zu sichern. Speichern Sie das Projekt als Datei.',
  notDeleted:
    'Es ließ sich nicht löschen: Der Browser lässt die Seite gerade nicht an ihren Speicher. Schließen Sie andere Tabs dieser Seite und versuchen Sie es erneut, oder löschen Sie die Daten dieser Seite in den Einstellungen des Browsers.',
  allDeleted:
    'Alles, was diese Seite in diesem Browser gesichert hatte, ist gelöscht. Was zu sehen ist, wird erst wieder gesichert, wenn Sie es unter „Projekte“ verlangen; es geht verloren, wenn Sie diese Seite schließen.',
  forked:
    'Ein anderer Tab hat „{name}“ geändert. Die Arbeit dieses Tabs ist daneben als „{copy}“ gesichert; nichts geht verloren.',
  forkNotKept:
    'Ein anderer Tab hat „{name}“ geändert, und es ist kein Platz, um die Arbeit dieses Tabs daneben zu sichern: Sie ist nirgends gesichert. Speichern Sie das Projekt als Datei, bevor Sie diese Seite schließen.',
  deletedHere:
    '„{name}“ ist gelöscht. Was zu sehen ist, wird erst wieder gesichert, wenn Sie es unter „Projekte“ verlangen; es geht verloren, wenn Sie diese Seite schließen.',
  deletedElsewhere:
    '„{name}“ ist in diesem Browser nicht mehr gesichert: Ein anderer Tab hat es gelöscht. Was zu sehen ist, wird erst wieder gesichert, wenn Sie es unter „Projekte“ verlangen.',
  districtOpened:
    '„{name}“ ist geöffnet. Was davon gelesen wurde, steht unter Importieren; Rückgängig führt zurück.',
  weatherOpened: '„{name}“ ist unter dem Wetter von {file} geöffnet; Rückgängig führt zurück.',
  opened: '„{name}“ geöffnet{version}.',
  openedLink: '„{name}“ aus einem Link geöffnet{version}.',
  districtChanged: ' Das Gebiet hat sich seither geändert: Zahlen können abweichen.',
  notComputable_one: ' {count} Szenario lässt sich darauf nicht rechnen: {reason}',
  notComputable_other: ' {count} Szenarien lassen sich darauf nicht rechnen: {reason}',
  remarks_one: ' {count} Anmerkung zur Datei: {first}',
  remarks_other: ' {count} Anmerkungen zur Datei: {first}',
  thisVersion: ', erstellt mit dieser Version des Modells ({version})',
  otherVersion: ', erstellt mit Version {made} des Modells; dies ist {version}, Zahlen können abweichen',
  shared: 'Geteilt: {name}',
  sameResult: '„{name}“ ergibt genau das Ergebnis, das geteilt wurde ({hash}{version}).',
  otherResult:
    '„{name}“ ergibt ein anderes Ergebnis, als geteilt wurde{version}.{district} Vergleichen Sie die Zahlen, bevor Sie sich darauf verlassen.',
  otherWork:
    'Die Adresse entstand in einem anderen Projekt; das Szenario, das sie nennt, wurde deshalb nicht geöffnet. Ist jenes Projekt in diesem Browser gesichert, steht es unter „Projekte“.',
};
