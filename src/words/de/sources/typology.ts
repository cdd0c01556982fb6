/** Remarks on the figures that buildings get from their type, and on the types of lines and transformers. */
export const TYPOLOGY_REMARKS: Readonly<Record<string, string>> = {
  'of apartment buildings, borrowed': 'von Mehrfamilienhäusern übernommen',
  'CEA SG does not heat': 'CEA SG heizt nicht',
  'CEA SG has no hot water in hospitals': 'CEA SG hat kein Warmwasser in Krankenhäusern',
  'mains of 25 degC (assumed)': 'Leitungswasser von 25 °C (angenommen)',
  'TABULA Germany, variant 002': 'TABULA Deutschland, Variante 002',
  'TABULA Germany, variant 003': 'TABULA Deutschland, Variante 003',
  'TABULA boundary conditions': 'TABULA, Randbedingungen',
  'TABULA conductivity of added insulation': 'TABULA, Wärmeleitfähigkeit zusätzlicher Dämmung',
  'mass assumed': 'Masse angenommen',
  'CityEnergyAnalyst 26fcbe1f, cea/databases/CH: Es, conditioned share of gross floor':
    'CityEnergyAnalyst 26fcbe1f, cea/databases/CH: Es, beheizter Anteil der Bruttofläche',
  'CityEnergyAnalyst 802666a5, cea/databases/SG (Singapore)':
    'CityEnergyAnalyst 802666a5, cea/databases/SG (Singapur)',
  'CityEnergyAnalyst 802666a5, cea/databases/SG (Singapore), heat of the litres from mains of 25 degC (assumed) instead of 10':
    'CityEnergyAnalyst 802666a5, cea/databases/SG (Singapur), Wärme der Liter aus Leitungswasser von 25 °C (angenommen) statt 10',
  'CityEnergyAnalyst 802666a5, cea/databases/SG (Singapore): 27 degC in the evening and at night, when homes are full':
    'CityEnergyAnalyst 802666a5, cea/databases/SG (Singapur): 27 °C abends und nachts, wenn die Wohnungen voll sind',
  'CityEnergyAnalyst 802666a5, cea/databases/SG (Singapore): 28 degC by day':
    'CityEnergyAnalyst 802666a5, cea/databases/SG (Singapur): 28 °C am Tag',
  'DIN 4108-2:2013-02, 8.4, from memory: the standard was not seen':
    'DIN 4108-2:2013-02, 8.4, aus dem Gedächtnis: Die Norm lag nicht vor',
  'EN ISO 10456:2007, table 3': 'EN ISO 10456:2007, Tabelle 3',
  'EN ISO 13370:2017, table 7': 'EN ISO 13370:2017, Tabelle 7',
  'EN ISO 52016-1:2017, annex B': 'EN ISO 52016-1:2017, Anhang B',
  'ISO 13790:2008, as in CityEnergyAnalyst 1415dfbd, cea/technologies/blinds.py':
    'ISO 13790:2008, wie in CityEnergyAnalyst 1415dfbd, cea/technologies/blinds.py',
  'SIA 2024:2021, 5.02 Fachgeschäft, existing buildings (bitenergie/notes 5198b50e)':
    'SIA 2024:2021, 5.02 Fachgeschäft, bestehende Gebäude (bitenergie/notes 5198b50e)',
  'SIA 2024:2021, control of air flow, existing buildings (bitenergie/notes 24fe1550)':
    'SIA 2024:2021, Regelung der Luftmenge, bestehende Gebäude (bitenergie/notes 24fe1550)',
  'between ASHRAE 90.1-2019 dining (65 W/m2) and CEA (2 W/m2, without kitchen)':
    'zwischen ASHRAE 90.1-2019, Gasträume (65 W/m²), und CEA (2 W/m², ohne Küche)',
  'between ISO 13790:2008 G.5.2, white curtains inside (0.65 and 0.80; BEMEval/bemeval-res 8acf2061); DIN 4108-2:2013 table 7, inside, 0.65 to 0.90 (from memory)':
    'zwischen ISO 13790:2008 G.5.2, weiße Vorhänge innen (0,65 und 0,80; BEMEval/bemeval-res 8acf2061); DIN 4108-2:2013, Tabelle 7, innen, 0,65 bis 0,90 (aus dem Gedächtnis)',
  '2 K above the set-point': '2 K über dem Sollwert',
  'CEA day one hour later with a long lunch at home; restaurants two hours later; shops 10 to 14 and 17 to 21':
    'Tageslauf nach CEA eine Stunde später, mit langem Mittag zu Hause; Restaurants zwei Stunden später; Läden 10 bis 14 und 17 bis 21 Uhr',
  'a fan of 60 W for 20 m2 where people are, a third of the rooms at a time':
    'ein Ventilator von 60 W je 20 m², wo Menschen sind; ein Drittel der Räume zugleich',
  'a person in 100 m2 of storage': 'eine Person auf 100 m² Lager',
  'all that appliances use ends up in their room': 'was Geräte verbrauchen, bleibt ganz in ihrem Raum',
  'between the beams of old floors': 'zwischen den Balken alter Decken',
  'bricks of all ages as one': 'Ziegel aller Baujahre zusammen',
  'ceiling fans only where it is warm all year': 'Deckenventilatoren nur, wo es das ganze Jahr warm ist',
  'faces of inner walls': 'Flächen der Innenwände',
  'fitted to the U-value of the element': 'an den U-Wert des Bauteils angepasst',
  'floor of a flat in a building of another use': 'Fläche einer Wohnung in einem Gebäude anderer Nutzung',
  'heating limit by the daily mean outdoors': 'Heizgrenze nach dem Tagesmittel der Außentemperatur',
  'kept from frost and damp, not warm': 'frostfrei und trocken gehalten, nicht warm',
  'kitchens under hoods; of 1 kW connected 0.1 kW is sensible heat by EN 16282-1 annex C (TomLXXVI/python-hvac)':
    'Küchen unter Abzugshauben; von 1 kW Anschluss sind nach EN 16282-1, Anhang C, 0,1 kW sensible Wärme (TomLXXVI/python-hvac)',
  'outdoor air that is heated: recovery, demand control':
    'Außenluft, die erwärmt wird: Rückgewinnung, Regelung nach Bedarf',
  'SimBench LineType.csv (r, x, rating)': 'SimBench LineType.csv (r, x, Bemessungsstrom)',
  'c, r0 and x0 assumed': 'c, r0 und x0 angenommen',
  'no-load current taken as the iron loss (its convention)':
    'Leerlaufstrom gleich den Eisenverlusten (so dort üblich)',
  'pandapower standard type NA2XS2Y 1x240 RM/25 12/20 kV':
    'pandapower, Standardtyp NA2XS2Y 1x240 RM/25 12/20 kV',
  'r0, x0, c0 assumed': 'r0, x0, c0 angenommen',
  'r: IEC 60228 at 20 degC': 'r: IEC 60228 bei 20 °C',
  'rating: DIN VDE 0276-603 in ground': 'Bemessungsstrom: DIN VDE 0276-603, in Erde',
  'x, c, r0 and x0 assumed': 'x, c, r0 und x0 angenommen',
};
