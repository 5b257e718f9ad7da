// The key under which an answer of the check is kept: all that the answer depends on, hashed, so that no appToken lies
// in the cache. Pair, address, and the query (role, scope, token); separated so that no two calls share a key.
import crypto from 'crypto';

const HEADERS = ['x-vtex-api-appkey', 'x-vtex-api-apptoken', 'x-app-key', 'x-app-token', 'authorization'];

function cacheKey(r) {
    const sent = r.rawHeadersIn
        .filter(header => HEADERS.indexOf(header[0].toLowerCase()) >= 0)
        .map(header => [header[0].toLowerCase(), header[1]]);
    const parts = [r.variables.remote_addr, r.variables.scheme, r.variables.http_host, r.variables.app_keys_query, sent];
    return crypto.createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

export default { cacheKey };
