package org.perezvon.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Access tokens for mail servers, asked for anew shortly before they run out. */
@Component
class AccessTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Logging in takes a moment, and clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final RestClientClientCredentialsTokenResponseClient inOwnName =
            new RestClientClientCredentialsTokenResponseClient();
    private final RestClientRefreshTokenTokenResponseClient byRefreshToken =
            new RestClientRefreshTokenTokenResponseClient();
    private final Map<MailSettings.Oauth2, Token> tokens = new HashMap<>();

    AccessTokens(Clock clock) {
        this.clock = clock;
        RestClient http = http();
        inOwnName.setRestClient(http);
        byRefreshToken.setRestClient(http);
    }

    /**
     * What the last answer gave us.
     *
     * @param value absent: it was refused by a mail server, whatever its term
     * @param refreshToken the one to use next; absent: we ask in our own name
     */
    private record Token(
            @Nullable String value, Instant until, @Nullable String refreshToken) {}

    /** @throws NoAccessToken when it cannot be had now */
    synchronized String token(MailSettings.Oauth2 settings) {
        Token known = tokens.get(settings);
        if (known != null
                && known.value() != null
                && clock.instant().isBefore(known.until().minus(MARGIN))) {
            return known.value();
        }
        String refreshToken = known == null ? settings.refreshToken() : known.refreshToken();
        OAuth2AccessTokenResponse answer = ask(settings, refreshToken);
        OAuth2AccessToken token = answer.getAccessToken();
        OAuth2RefreshToken next = answer.getRefreshToken();
        Instant until = token.getExpiresAt();
        tokens.put(
                settings,
                new Token(
                        token.getTokenValue(),
                        until == null ? clock.instant() : until,
                        next == null || refreshToken == null ? refreshToken : next.getTokenValue()));
        return token.getTokenValue();
    }

    /** A mail server did not take it: the next one is asked for anew. */
    synchronized void refused(MailSettings.Oauth2 settings) {
        tokens.computeIfPresent(settings, (same, token) -> new Token(null, token.until(), token.refreshToken()));
    }

    private OAuth2AccessTokenResponse ask(MailSettings.Oauth2 settings, @Nullable String refreshToken) {
        try {
            ClientRegistration client = client(settings);
            if (refreshToken == null) {
                return inOwnName.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(client));
            }
            OAuth2AccessToken none = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "none", null, null);
            OAuth2RefreshToken refresh = new OAuth2RefreshToken(refreshToken, null);
            Set<String> scopes = new LinkedHashSet<>(settings.scopes());
            return byRefreshToken.getTokenResponse(new OAuth2RefreshTokenGrantRequest(client, none, refresh, scopes));
        } catch (RuntimeException e) {
            throw new NoAccessToken(
                    "Сервер " + settings.tokenUri() + " не выдал токен для входа в почту: " + e.getMessage(), e);
        }
    }

    private static ClientRegistration client(MailSettings.Oauth2 settings) {
        String secret = settings.clientSecret();
        return ClientRegistration.withRegistrationId("mail")
                .clientId(settings.clientId())
                .clientSecret(secret == null ? "" : secret)
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(settings.tokenUri())
                .scope(settings.scopes())
                .build();
    }

    private static RestClient http() {
        ClientHttpRequestFactorySettings limits = ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(PATIENCE)
                .withReadTimeout(PATIENCE);
        return RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.detect().build(limits))
                .messageConverters(
                        List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
