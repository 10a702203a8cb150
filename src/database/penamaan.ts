import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `tanggalTerbit` ↔ `tanggal_terbit`: SQL stays free of quotes. A name given explicitly in an entity wins. */
export class PenamaanSnake extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(kelas: string, nama: string | undefined): string {
    return nama ?? keSnake(kelas);
  }

  override columnName(properti: string, nama: string | undefined, awalan: string[]): string {
    return [...awalan, nama ?? properti].map(keSnake).join('_');
  }

  override relationName(properti: string): string {
    return keSnake(properti);
  }

  override joinColumnName(relasi: string, kolom: string): string {
    return `${keSnake(relasi)}_${keSnake(kolom)}`;
  }
}

function keSnake(nama: string): string {
  return nama.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
