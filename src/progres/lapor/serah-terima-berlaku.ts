/**
 * A hand-over that holds, for a WHERE: the decision on which it rests was not taken back.
 * @param serah alias of `serah_terima`
 */
export const serahTerimaBerlaku = (serah: string): string => `NOT EXISTS (SELECT FROM putusan_laporan a
  JOIN putusan_laporan c ON c.laporan_id = a.laporan_id AND c.urutan > a.urutan AND c.tindakan = 'cabut' WHERE a.id = ${serah}.putusan_id)`;
