/** Environment variable that carries the address of the test server from jest's global setup to the workers. */
export const URL_UJI = 'TUNTAS_UJI_URL';
/** The same for the application's own role. */
export const URL_APLIKASI_UJI = 'TUNTAS_UJI_URL_APLIKASI';

/** The migrated, empty database that each test file clones. */
export const TEMPLAT = 'templat_uji';
