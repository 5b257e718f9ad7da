<?php
// PHP 8 with curl. Keeps one access token in a file that only its owner can read: a PHP process serves one request.
declare(strict_types=1);

final class TokenKeeper
{
    public function __construct(
        private string $tokenUrl,
        private string $appKey,
        private string $appToken,
        private string $file,
    ) {
    }

    /** Calls an API; its status. Where it answers 401, once more with a new token. */
    public function get(string $url): int
    {
        $sent = $this->token();
        $status = $this->send($url, $sent);
        return $status === 401 ? $this->send($url, $this->token($sent)) : $status;
    }

    /** One process fetches, the others wait for it. */
    private function token(?string $refused = null): string
    {
        $umask = umask(0077);
        $kept = fopen($this->file, 'c+');
        umask($umask);
        if ($kept === false || !flock($kept, LOCK_EX)) {
            throw new RuntimeException("Cannot open $this->file");
        }
        try {
            $known = json_decode((string) stream_get_contents($kept), true);
            if (is_array($known) && time() < $known['until'] && $known['token'] !== $refused) {
                return $known['token'];
            }
            $fetched = $this->fetch();
            ftruncate($kept, 0);
            rewind($kept);
            fwrite($kept, json_encode(['token' => $fetched['access_token'],
                'until' => time() + $fetched['expires_in'] - 30]));
            return $fetched['access_token'];
        } finally {
            fclose($kept);
        }
    }

    private function fetch(): array
    {
        $curl = curl_init($this->tokenUrl);
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_POSTFIELDS => 'grant_type=client_credentials',
            CURLOPT_HTTPHEADER => ["X-VTEX-API-AppKey: $this->appKey", "X-VTEX-API-AppToken: $this->appToken"],
        ]);
        $body = curl_exec($curl);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($status !== 200) {
            throw new RuntimeException("No token: $status $body");
        }
        return json_decode($body, true, flags: JSON_THROW_ON_ERROR);
    }

    private function send(string $url, string $token): int
    {
        $curl = curl_init($url);
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_HTTPHEADER => ["Authorization: Bearer $token"],
        ]);
        curl_exec($curl);
        return curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    }
}

$keeper = new TokenKeeper(getenv('TOKEN_URL'), getenv('APP_KEY'), getenv('APP_TOKEN'),
    getenv('TOKEN_FILE') ?: sys_get_temp_dir() . '/app-key-token.' . getmyuid());
for ($i = 0; $i < 2; $i++) {
    echo $keeper->get(getenv('API_URL')), "\n";
}
