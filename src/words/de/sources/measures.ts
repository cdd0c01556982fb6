/** Remarks on the figures of measures, without the "engineering value" or "ours" before them. */
export const MEASURE_REMARKS: Readonly<Record<string, string>> = {
  'engineering value': 'Ingenieurwert',
  '1/sqrt(1 - 0.44^2) = 1.114, what 44 % of reactive power needs beside full active power':
    '1/sqrt(1 − 0,44²) = 1,114: was 44 % Blindleistung neben voller Wirkleistung brauchen',
  'a setting is changed, nothing is added that wears':
    'nur eine Einstellung ändert sich, nichts kommt hinzu, das verschleißt',
  'as eGon-data sizes home batteries': 'wie eGon-data Heimspeicher bemisst',
  'as home batteries are sold': 'wie Heimspeicher verkauft werden',
  'as in the German rule for small plants of 2012, from memory':
    'wie in der deutschen Regel für kleine Anlagen von 2012, aus dem Gedächtnis',
  'common two-hour grid battery': 'üblicher Netzspeicher für zwei Stunden',
  half: 'die Hälfte',
  'what is waived is a matter of national law': 'was erlassen wird, regelt das Recht des Landes',
  'lithium-ion with inverter': 'Lithium-Ionen mit Wechselrichter',
  'module efficiency 20 % at 1,000 W/m2': 'Modulwirkungsgrad 20 % bei 1000 W/m²',
  'no data sheet is at hand': 'ein Datenblatt liegt nicht vor',
  'no more than that of the appliances they replace': 'nicht mehr als bei den Geräten, die sie ersetzen',
  'nobody has it unless somebody says so': 'niemand hat es, solange es niemand angibt',
  none: 'keine',
  'none in the weather of the districts': 'beim Wetter der Gebiete ohne Wirkung',
  'normal cyclic loading of distribution transformers in IEC 60076-7, from memory':
    'normale zyklische Belastung von Verteiltransformatoren nach IEC 60076-7, aus dem Gedächtnis',
  'nothing there wears that is not replaced at the end of its life':
    'nichts daran verschleißt, was nicht am Ende seiner Lebensdauer ersetzt wird',
  'one pitch less edges, chimneys and windows': 'eine Dachseite ohne Ränder, Kamine und Fenster',
  'one step of an off-load tap': 'eine Stufe der Umstellung ohne Last',
  'published elasticities are of the whole load': 'veröffentlichte Elastizitäten gelten für die ganze Last',
  'range and steps as in SimBench TransformerType.csv, the default ours':
    'Spanne und Stufen wie in SimBench TransformerType.csv, die Vorgabe von uns',
  'sized for the building': 'für das Gebäude bemessen',
  'the electric heater makes the rest': 'den Rest liefert der Heizstab',
  'the gain is shared evenly by who gives and who uses':
    'der Gewinn wird zwischen denen, die geben, und denen, die nutzen, gleich geteilt',
  'the nameplate': 'das Typenschild',
  'the boards only': 'nur die Platten',
  'home energy reports: 1 to 3 % (powerline.net.in; TNB)':
    'Energieberichte an Haushalte: 1 bis 3 % (powerline.net.in; TNB)',
  'almost inelastic in the short run (Zhu et al. 2018, 103 papers)':
    'kurzfristig fast unelastisch (Zhu et al. 2018, 103 Arbeiten)',
  '0 keeps the energy of the day': '0 erhält die Energie des Tages',
  'ln(1 - 0.30) / ln(1 - 0.21) of the critical-peak reductions with and without control (US Department of Energy, consumer behavior studies, 2015)':
    'ln(1 − 0,30) / ln(1 − 0,21) der Minderungen in kritischen Spitzen mit und ohne Steuerung (US Department of Energy, consumer behavior studies, 2015)',
  'with a quarter of the energy in the peak, 10 % less of it at four times the price':
    'bei einem Viertel der Energie in der Spitze 10 % weniger davon beim vierfachen Preis',
  '163 treatments give 0 to over 50 % (Arcturus, SSRN 2288116)':
    '163 Versuche ergeben 0 bis über 50 % (Arcturus, SSRN 2288116)',
  'the set-back of homes: CityEnergyAnalyst, DE (Ceruti et al. 2024)':
    'die Absenkung in Wohnungen: CityEnergyAnalyst, DE (Ceruti et al. 2024)',
  'Sacramento pilot of 2012/13 (metering.com, 2013-07-15): under 2 % of volunteers over a summer, 10 % of those enrolled by default':
    'Pilot in Sacramento 2012/13 (metering.com, 15.07.2013): unter 2 % der Freiwilligen in einem Sommer, 10 % der von Haus aus Angemeldeten',
  'Berkeley Lab, heterogeneity of own-price elasticities under time-of-use rates: by default 25 % as elastic as volunteers':
    'Berkeley Lab, heterogeneity of own-price elasticities under time-of-use rates: von Haus aus zu 25 % so elastisch wie Freiwillige',
  'CityEnergyAnalyst 10f5f782, ENVELOPE_SHADING.csv, venetian blinds, there inside the window':
    'CityEnergyAnalyst 10f5f782, ENVELOPE_SHADING.csv, Jalousien, dort innen am Fenster',
  'IEEE 1547-2018, table 10, defaults of category B, as public implementations have them':
    'IEEE 1547-2018, Tabelle 10, Vorgaben der Kategorie B, wie in öffentlichen Umsetzungen',
  'IEEE 1547-2018, table 8, defaults of category B, as public implementations have them (range: the standard allows more)':
    'IEEE 1547-2018, Tabelle 8, Vorgaben der Kategorie B, wie in öffentlichen Umsetzungen (Spanne: Die Norm erlaubt mehr)',
  'KBOB in CityEnergyAnalyst 0b1b0047, MATERIALS.csv 10.004.01: EPS at 0.035 W/(m K), 16.8 kg/m3, 6.95 kg CO2e/kg':
    'KBOB in CityEnergyAnalyst 0b1b0047, MATERIALS.csv 10.004.01: EPS mit 0,035 W/(m K), 16,8 kg/m³, 6,95 kg CO2e/kg',
  'Passive House recommendation: at least 75 % and at most 0.45 Wh/m3, as BorsodChem quotes it':
    'Empfehlung für Passivhäuser: mindestens 75 % und höchstens 0,45 Wh/m³, wie BorsodChem sie zitiert',
  'PyPSA technology-data 000fdb72, costs_2025.csv (Energy Watch Group and LUT 2019, Danish Energy Agency): the inverter of a home battery, taken for what this one is larger':
    'PyPSA technology-data 000fdb72, costs_2025.csv (Energy Watch Group and LUT 2019, Danish Energy Agency): der Wechselrichter eines Heimspeichers, angesetzt für das, was dieser größer ist',
  'SIA 2032 in CityEnergyAnalyst 362c6d63, ENVELOPE_WINDOW.csv: 123 kg CO2e/m2 with low-emissivity coating, 30 years':
    'SIA 2032 in CityEnergyAnalyst 362c6d63, ENVELOPE_WINDOW.csv: 123 kg CO2e/m² mit Wärmeschutzbeschichtung, 30 Jahre',
  'TABULA/EPISCOPE variant 002 (usual refurbishment)': 'TABULA/EPISCOPE, Variante 002 (übliche Sanierung)',
  'TABULA/EPISCOPE variants 002 (usual) and 003 (advanced refurbishment)':
    'TABULA/EPISCOPE, Varianten 002 (übliche) und 003 (weitgehende Sanierung)',
  'TABULA/EPISCOPE, infiltration class of new and refurbished buildings':
    'TABULA/EPISCOPE, Infiltrationsklasse neuer und sanierter Gebäude',
};
