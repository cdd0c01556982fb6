import type { Same } from '../catalogue';
import type { tour as english } from '../en/tour';

export const tour: Same<typeof english> = {
  title: 'Rundgang',
  offer: 'Neu hier? Sechs kurze Schritte zeigen, was geht. Sie machen sie selbst, in beliebiger Folge.',
  start: 'Rundgang beginnen',
  later: 'Nicht jetzt',
  goOn: 'Rundgang fortsetzen ({done} von {all})',
  leave: 'Rundgang verlassen; weiter geht es über die Hilfe',
  count: '{done} von {all}',
  all: 'Schritte des Rundgangs',
  isDone: '{step}, erledigt',
  ticked: 'Erledigt: {step}',
  already: 'Das haben Sie schon getan.',
  said: 'Erledigt: {step}. Als Nächstes: {next}.',
  goThere: 'Bring mich hin',
  doneTitle: 'Alle sechs erledigt',
  doneText:
    'Weiter geht es mit einer fertigen Geschichte neben den Szenarien, mit Gebäude für ein einzelnes Haus oder mit Vorführen für einen Raum.',
  close: 'Rundgang schließen',
  again: 'Noch einmal',
  steps: {
    scenario: {
      title: 'Szenario wechseln',
      text: 'Wählen Sie einen anderen Reiter. Die Ausgangslage ist heute; jede Kennzahl darunter wird daran gemessen.',
    },
    element: {
      title: 'Etwas genauer ansehen',
      text: 'Wählen Sie einen Transformator aus dieser Liste, oder klicken Sie auf die Karte.',
    },
    time: {
      title: 'Die Zeit bewegen',
      text: 'Ziehen Sie Tag oder Stunde, oder klicken Sie ins Jahr. Karte und Diagramme folgen sofort.',
    },
    measure: {
      title: 'Eine Maßnahme verändern',
      text: 'Bewegen Sie einen Regler, in einem anderen Szenario als der Ausgangslage. Ein erster Blick kommt sofort, das Jahr beim Loslassen.',
    },
    baseline: {
      title: 'Mit heute vergleichen',
      text: 'Halten Sie diese Taste oder auf der Karte B, in einem anderen Szenario als der Ausgangslage.',
    },
    wayOut: {
      title: 'Nach einem Ausweg fragen',
      text: 'Wählen Sie etwas aus und fragen Sie nach dem günstigsten Ausweg, oder ob sich hier etwas anschließen lässt.',
    },
  },
};
