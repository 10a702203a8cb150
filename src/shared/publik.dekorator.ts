import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Under this key each route says who may use it: a permission (`src/auth/izin.dekorator.ts`) or this word. */
export const KUNCI_IZIN = 'tuntas:izin';
export const PUBLIK = 'publik';

/** Open to everybody, signed in or not; runs without the data of any agency. */
export const Publik = (): CustomDecorator => SetMetadata(KUNCI_IZIN, PUBLIK);
