import type { Same } from '../catalogue';
import type { connect as english } from '../en/connect';

export const connect: Same<typeof english> = {
  nothing: 'Hier lässt sich nichts anschließen: {why}',
  lead: 'Ein neuer Anschluss {place}, in jeder Stunde des Jahres von „{name}“.',
  elsewhere: '{wish} {place} wird noch untersucht; eine Frage hier beendet das.',
  places: {
    building: 'dort, wo {id} angeschlossen ist',
    line: 'am fernen Ende von {id}',
    transformer: 'an der Sammelschiene hinter {id}',
    bus: 'am Knoten {id}',
  },
  refusals: {
    noNetwork: 'Dieses Gebiet hat kein Netz.',
    noConnection: '{id} hat keinen Anschluss an das Netz.',
    noSupply: '{id} ist bei der jetzigen Stellung der Schalter ohne Versorgung.',
    nothingFed: 'Über {id} wird bei der jetzigen Stellung der Schalter nichts versorgt.',
  },
  form: {
    label: 'Was angeschlossen werden soll',
    power: 'Leistung mit Einheit',
    way: 'Richtung',
    load: 'Bezug',
    generation: 'Einspeisung',
    phases: 'Phasen',
    all: 'Drei Phasen',
    phase: 'Phase {number}',
    ask: 'Geht das?',
  },
  power: {
    none: 'Geben Sie eine Leistung mit Einheit ein, zum Beispiel „400 kW“.',
    bare: 'Geben Sie auch die Einheit an, zum Beispiel „{typed} kW“.',
    unread: '{why} Geben Sie eine Wirkleistung mit Einheit ein, zum Beispiel „400 kW“.',
    range:
      'Geben Sie eine Leistung über 0 und unter {most} an; ob Bezug oder Einspeisung, wird daneben gefragt.',
  },
  wish: {
    load: '{power} Last {phases}',
    generation: '{power} Erzeugung {phases}',
    three: 'auf drei Phasen',
    onPhases: 'auf Phase {phases}',
    and: ' und ',
  },
  yes: 'Ja: {wish} geht in jeder Stunde des Jahres.',
  no: 'Nein: {wish} geht nicht.',
  stages: {
    verdict: 'das Jahr wird damit gerechnet',
    capacity: 'die größte mögliche Leistung wird gesucht',
    reinforcement: 'der nötige Ausbau wird gesucht',
    ownYear: 'zuerst wird das Jahr des Szenarios gerechnet',
    reading: 'das Jahr wird gelesen',
    years_one: '{stage}; bisher {count} ganzes Jahr Lastfluss',
    years_other: '{stage}; bisher {count} ganze Jahre Lastfluss',
  },
  standing: {
    answer: 'Antwort',
    ofWish: '{wish}: ',
    cancel: 'Abbrechen',
    cancelWhat: ' (die Frage)',
    again: 'Noch einmal fragen',
    tags: {
      ready: 'fertig',
      old: 'veraltet',
      partial: 'unvollständig',
      running: 'läuft',
      cancelled: 'abgebrochen',
      failed: 'gescheitert',
    },
    old: 'Dies gilt für „{name}“, wie es war; inzwischen ist ein anderes Szenario zu sehen, oder es wurde geändert.',
    failedEmpty: 'Die Frage nach {wish} ließ sich nicht beantworten; es wurde nichts gefunden.',
    failedBefore:
      'Die Frage nach {wish} ließ sich nicht beantworten; unten steht die Antwort auf die vorige.',
    failedPart: 'Die Frage nach {wish} ließ sich nicht beantworten; unten steht, was bis dahin gefunden war.',
    cancelledEmpty: 'Die Frage nach {wish} wurde abgebrochen, bevor etwas gefunden war.',
    cancelledBefore: 'Die Frage nach {wish} wurde abgebrochen; unten steht die Antwort auf die vorige.',
    cancelledPart: 'Die Frage nach {wish} wurde abgebrochen; unten steht, was bis dahin gefunden war.',
  },
  answer: {
    label: 'Antwort',
    before: 'Antwort auf die vorige Frage',
    open: 'wird gesucht …',
    notFound: 'nicht gefunden: Die Frage wurde vorher beendet',
    nearest: 'Kommt seiner Grenze am nächsten',
    stops: 'Woran es scheitert',
    unused: 'Nichts wird merklich stärker beansprucht.',
    most: 'Höchstens',
    above: 'darüber',
    needs: 'Nötig wäre',
    fuse: 'Hauptsicherung',
    everything: 'Alles, was dadurch eine Grenze überschritte ({number})',
    more: 'und {number} weitere',
  },
  constraint: {
    powerFlow: 'Der Lastfluss',
    noSolution: 'hat keine Lösung, zuerst',
    line: 'Leitung {id}',
    transformer: 'Transformator {id}',
    loading: '{value} der Bemessung, Grenze {limit}',
    voltageAt: 'Spannung an {id}',
    voltageAtBus: 'Spannung am Knoten {id}',
    undervoltage: '{value}, mindestens {limit} nötig',
    overvoltage: '{value}, höchstens {limit} zulässig',
    nominal: '{percent} der Nennspannung',
    hourTitle: 'Die Karte zeigt diese Stunde ohne den neuen Anschluss',
    show: ': {id} in dieser Stunde auf der Karte zeigen',
  },
  capacity: {
    unfinished: 'Mindestens {most}: Die Suche endete, bevor ein Jahr mehr bestätigt hatte',
    none: 'Nichts: nicht einmal {least} mehr',
    open: '{most} und mehr: Über {tried} hinaus wurde nichts versucht',
    found: '{most}, auf {within} genau',
  },
  works: {
    range: '{low} bis {high}',
    once: 'einmalig, typisch {typical}',
    paidBy: ' bezahlt von {payer}',
    note: 'Damit überschreitet im ganzen Jahr nichts Neues eine Grenze. Es wird verstärkt, wo etwas voll ist, bis nichts mehr voll ist: Das ist nicht der günstigste Weg. Ob der Anschlussnehmer einen Anteil zahlt, regelt das Land.',
    notTried:
      'Nicht versucht: Was seine Grenze überschreitet, wird durch Netzausbau auf dem Weg nicht besser.',
    doesNotDo:
      'Mehr als größere Transformatoren, stärkere Leitungen und Parallelkabel: eine eigene Station oder ein anderer Anschlusspunkt.',
    notFinished: 'Nicht gefunden: Die Suche endete, bevor alle Größen versucht waren.',
  },
  fuseBelow:
    'Die Hauptsicherung von {fuse} liegt unter den {current} des neuen Anschlusses allein: Auch der Hausanschluss muss verstärkt werden.',
  limits: {
    hourly:
      'Beurteilt nach {limits} in jedem Zeitschritt des Jahres. Stundenmittel sind eine Abschätzung: Kurze Spitzen liegen höher.',
    quarterly:
      'Beurteilt nach {limits} in jedem Zeitschritt des Jahres. Viertelstundenmittel sind eine Abschätzung: Kurze Spitzen liegen höher.',
    constant:
      'Gleiche Leistung zu allen Stunden, Leistungsfaktor {factor}. Schutz, Flicker und Oberschwingungen sind nicht beurteilt.',
    batteries: 'Batterien des Netzes tun, was sie ohne den neuen Anschluss taten.',
    nominal:
      'Lasten und Wechselrichter dieses Szenarios, die auf die Spannung reagieren, gelten mit und ohne den neuen Anschluss wie bei Nennspannung.',
    existing_one:
      '{count} Grenze ist auch ohne den neuen Anschluss überschritten: Sie zählt nur, wo er es verschlimmert.',
    existing_other:
      '{count} Grenzen sind auch ohne den neuen Anschluss überschritten: Sie zählen nur, wo er es verschlimmert.',
  },
  scenario: {
    label: 'Als Szenario',
    nothing: 'Daraus lässt sich also kein Szenario machen.',
    make: 'Daraus ein Szenario machen',
    name: '{from}: {wish} {place}',
    noAnswer: 'Es gibt keine Antwort, aus der ein Szenario werden könnte.',
    remedy: 'Warten Sie die Antwort ab, oder fragen Sie nach etwas, das Maßnahmen ausdrücken können.',
    noWorks: 'Es ist kein Ausbau bekannt, der es ermöglicht: Das Szenario hätte keinen.',
    loadOut:
      'Die Last von {power} selbst bleibt außen vor: Maßnahmen wirken an Gebäuden, nicht an {kind}. Fragen Sie an einem Gebäude, oder geben Sie dem Gebiet ein Gebäude mit diesem Bedarf.',
    generationOut:
      'Die Erzeugung von {power} selbst bleibt außen vor: Maßnahmen wirken an Gebäuden, nicht an {kind}. Fragen Sie an einem Gebäude, oder geben Sie dem Gebiet ein Gebäude mit diesem Bedarf.',
    kinds: {
      building: 'einem Gebäude',
      line: 'einer Leitung',
      transformer: 'einem Transformator',
      bus: 'einem Knoten',
    },
    hasPanels:
      'Die {power} Erzeugung bleiben außen vor: {id} hat schon Photovoltaik, und Maßnahmen erweitern sie nicht.',
    panelsRange:
      'Die {power} Erzeugung bleiben außen vor: Photovoltaik auf dem Dach von {id} hat {least} bis {most}.',
    panels:
      'Photovoltaik von {power} steht für die Erzeugung: Sie folgt der Sonne und den Phasen von {id}, während die Frage von {power} zu allen Stunden ausging.',
    controlled:
      'Die Last von {power} selbst bleibt außen vor: E-Autos von {id} laden gesteuert, und ein weiteres täte es auch.',
    cars_one:
      'Ein E-Auto mit insgesamt {chargers} Ladeleistung steht für die Last: Es bezieht sie, während es lädt; die Frage ging von {power} zu allen Stunden aus.',
    cars_other:
      '{count} E-Autos mit insgesamt {chargers} Ladeleistung stehen für die Last: Sie beziehen sie, während sie laden; die Frage ging von {power} zu allen Stunden aus.',
    noCars:
      'Die Last von {power} selbst bleibt außen vor: Eine gleichbleibende Last ist keine Maßnahme, und keine E-Autos der Haushalte laden mit genau dieser Leistung. Berichtigen Sie den Verbrauch von {id}, oder geben Sie dem Gebiet ein Gebäude mit diesem Bedarf.',
  },
};
