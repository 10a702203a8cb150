// An OpenID Connect provider for the tests, as a process of its own: prints its issuer, ends with its standard input.
// Whoever asks is signed in at once as the account that the environment variable names with its claims.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const { ALAMAT_KEMBALI, KLIEN_RAHASIA } = process.env;
const akun = new Map(Object.entries(JSON.parse(process.env.AKUN ?? '{}')));
let kini = 'satu';

const server = createServer();
await new Promise((siap) => server.listen(0, '127.0.0.1', siap));
const penerbit = `http://127.0.0.1:${server.address().port}`;

const penyedia = new Provider(penerbit, {
  clients: [
    {
      client_id: 'tuntas',
      client_secret: KLIEN_RAHASIA,
      redirect_uris: (ALAMAT_KEMBALI ?? '').split(' '),
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, interaksi) => `/interaksi/${interaksi.uid}` },
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...akun.get(sub) }) }),
});
penyedia.on('server_error', (_ctx, galat) => process.stderr.write(`${galat.stack}\n`));

const jawab = penyedia.callback();
server.on('request', async (req, res) => {
  if (req.url?.startsWith('/uji/akun/')) {
    kini = req.url.slice('/uji/akun/'.length);
    res.end();
    return;
  }
  if (!req.url?.startsWith('/interaksi/')) {
    jawab(req, res);
    return;
  }
  if (kini === 'tolak') {
    await penyedia.interactionFinished(req, res, { error: 'access_denied' });
    return;
  }
  const { params, session, prompt } = await penyedia.interactionDetails(req, res);
  const izin = new penyedia.Grant({ accountId: kini, clientId: params.client_id });
  izin.addOIDCScope('openid email profile');
  const hasil = prompt.name === 'login' ? { login: { accountId: kini } } : { consent: { grantId: await izin.save() } };
  await penyedia.interactionFinished(req, res, hasil, { mergeWithLastSubmission: Boolean(session) });
});

process.stdout.write(`${penerbit}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
