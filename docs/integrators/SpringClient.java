import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/**
 * Spring Boot 3.4 or newer with spring-boot-starter-oauth2-client. The appKey is the client id, the appToken the client
 * secret; Spring keeps the token until a minute before it ends.
 */
@Configuration
class SpringClient {

    @Bean
    OAuth2AuthorizedClientManager tokens() {
        InMemoryClientRegistrationRepository pairs = new InMemoryClientRegistrationRepository(
                ClientRegistration.withRegistrationId("shop")
                        .tokenUri(System.getenv("TOKEN_URL"))
                        .clientId(System.getenv("APP_KEY"))
                        .clientSecret(System.getenv("APP_TOKEN"))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .build());
        AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(pairs,
                        new InMemoryOAuth2AuthorizedClientService(pairs));
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder().clientCredentials().build());
        return manager;
    }

    @Bean
    RestClient orders(OAuth2AuthorizedClientManager tokens) {
        OAuth2ClientHttpRequestInterceptor bearer = new OAuth2ClientHttpRequestInterceptor(tokens);
        bearer.setClientRegistrationIdResolver(request -> "shop");
        return RestClient.builder().baseUrl(System.getenv("API_URL")).requestInterceptor(bearer).build();
    }
}
