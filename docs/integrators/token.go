// Keeps one access token until shortly before it ends. Standard library only: go run token.go
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

type TokenKeeper struct {
	TokenURL, AppKey, AppToken string

	lock   sync.Mutex
	client http.Client
	token  string
	until  time.Time
}

// Get calls an API. Where it answers 401, once more with a new token.
func (k *TokenKeeper) Get(url string) (*http.Response, error) {
	sent, err := k.current("")
	if err != nil {
		return nil, err
	}
	answer, err := k.send(url, sent)
	if err != nil || answer.StatusCode != http.StatusUnauthorized {
		return answer, err
	}
	answer.Body.Close()
	next, err := k.current(sent)
	if err != nil {
		return nil, err
	}
	return k.send(url, next)
}

// One goroutine fetches, the others wait for it.
func (k *TokenKeeper) current(refused string) (string, error) {
	k.lock.Lock()
	defer k.lock.Unlock()
	if k.token != "" && time.Now().Before(k.until) && k.token != refused {
		return k.token, nil
	}
	request, err := http.NewRequest("POST", k.TokenURL, strings.NewReader("grant_type=client_credentials"))
	if err != nil {
		return "", err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("X-VTEX-API-AppKey", k.AppKey)
	request.Header.Set("X-VTEX-API-AppToken", k.AppToken)
	k.client.Timeout = 30 * time.Second
	answer, err := k.client.Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(io.LimitReader(answer.Body, 1<<20))
	if err != nil {
		return "", err
	}
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("no token: %d %s", answer.StatusCode, body)
	}
	var fetched struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   int    `json:"expires_in"`
	}
	if err := json.Unmarshal(body, &fetched); err != nil {
		return "", err
	}
	k.token = fetched.AccessToken
	k.until = time.Now().Add(time.Duration(fetched.ExpiresIn-30) * time.Second)
	return k.token, nil
}

func (k *TokenKeeper) send(url, token string) (*http.Response, error) {
	request, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+token)
	return k.client.Do(request)
}

func main() {
	keeper := &TokenKeeper{TokenURL: os.Getenv("TOKEN_URL"), AppKey: os.Getenv("APP_KEY"), AppToken: os.Getenv("APP_TOKEN")}
	for i := 0; i < 2; i++ {
		answer, err := keeper.Get(os.Getenv("API_URL"))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		answer.Body.Close()
		fmt.Println(answer.StatusCode)
	}
}
