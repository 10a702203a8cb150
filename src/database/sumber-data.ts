import { DataSource } from 'typeorm';
import { MIGRASI } from '../../migrations';
import { ENTITAS } from './entitas';
import { PenamaanSnake } from './penamaan';

/**
 * The one data source. The schema comes from the reviewed migrations alone, never from the entities. Numbers of type `bigint` and
 * `numeric`, and dates, arrive as text: no value passes through a binary float or a time zone on its way.
 * @param skema where the tables are, when the server would not look there by itself
 */
export function buatSumberData(url: string, maksimumKoneksi = 10, skema: string | null = null): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...ENTITAS],
    migrations: [...MIGRASI],
    migrationsTableName: 'migrasi',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    namingStrategy: new PenamaanSnake(),
    applicationName: 'tuntas',
    poolSize: maksimumKoneksi,
    connectTimeoutMS: 10_000,
    extra: { options: ['-c timezone=UTC', ...(skema === null ? [] : [`-c search_path=${kutipOpsi(skema)}`])].join(' ') },
  });
}

/** A quoted name within the options of a connection, where blanks and backslashes would end it. */
function kutipOpsi(nama: string): string {
  return `"${nama.replaceAll('"', '""')}"`.replace(/[\\\s]/g, '\\$&');
}
