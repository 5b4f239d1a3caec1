/** Invented names at the edge of what a page must carry: long, without a place to break, in other scripts, with signs in them. */
export const LONG_NAMES = {
  group: 'Sommerferienwohnungsgemeinschaft am Schwarzwassersee, everybody’s cousins included',
  crowd: 'The whole village',
  members: [
    'Maximiliana-Alexandrina von Hohenberg-Sonnenfeld',
    'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewarenwohlgepflegt',
    'Bo',
    'Jean-Baptiste O’Callaghan-Featherstonehaugh',
    'Ana María de los Ángeles Íñiguez',
    'نورا بنت سليم الحسيني',
    '欧阳若曦',
    'Þórgunnur Æsa Ketilsdóttir',
    'Fish & Chips <Friday>',
    'Κλεοπάτρα Παπαδημητρίου',
    'Oluwaseun Adébáyọ̀-Okonkwo',
    'Siobhán Ní Dhomhnaill-MacGillycuddy of the Reeks',
  ],
  expense: 'Zwischenmahlzeit auf der Fernwanderwegsetappe, with far too many words for a single row of the list',
} as const;
