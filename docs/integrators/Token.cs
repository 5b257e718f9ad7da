// .NET 8. Keeps one access token until shortly before it ends; register TokenHandler with an HttpClient.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(name);

using var api = new HttpClient(new TokenHandler(new Uri(Setting("TOKEN_URL")), Setting("APP_KEY"), Setting("APP_TOKEN")));
for (var i = 0; i < 2; i++)
{
    using var answer = await api.GetAsync(Setting("API_URL"));
    Console.WriteLine((int)answer.StatusCode);
}

public sealed class TokenHandler(Uri tokenUrl, string appKey, string appToken) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _token;
    private DateTimeOffset _until;

    // Calls without a body are sent once more where the API answers 401.
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var sent = await CurrentAsync(null, stop);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sent);
        var answer = await base.SendAsync(request, stop);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || request.Content is not null)
        {
            return answer;
        }
        answer.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await CurrentAsync(sent, stop));
        return await base.SendAsync(request, stop);
    }

    // One caller fetches, the others wait for it.
    private async Task<string> CurrentAsync(string? refused, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            if (_token is null || DateTimeOffset.UtcNow >= _until || _token == refused)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, tokenUrl)
                {
                    Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
                };
                request.Headers.Add("X-VTEX-API-AppKey", appKey);
                request.Headers.Add("X-VTEX-API-AppToken", appToken);
                using var answer = await _http.SendAsync(request, stop);
                if (!answer.IsSuccessStatusCode)
                {
                    throw new HttpRequestException(
                        $"No token: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
                }
                var fetched = await answer.Content.ReadFromJsonAsync<Fetched>(stop);
                _token = fetched!.AccessToken;
                _until = DateTimeOffset.UtcNow.AddSeconds(fetched.ExpiresIn - 30);
            }
            return _token;
        }
        finally
        {
            _one.Release();
        }
    }

    private sealed record Fetched(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
