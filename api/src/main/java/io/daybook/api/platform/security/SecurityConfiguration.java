package io.daybook.api.platform.security;

import io.daybook.api.platform.HttpSettings;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.errors.ProblemWriter;
import io.daybook.api.platform.observing.MetricsSettings;
import io.daybook.platform.bus.AggregateCache;
import io.daybook.platform.bus.ForgetfulGroup;
import io.daybook.platform.keys.InstallationKeys;
import io.daybook.platform.keys.PersonalKeys;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Sets up who may come in, and what browsers are told to refuse. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties({MetricsSettings.class, TokenSettings.class})
public class SecurityConfiguration {

    @Bean
    Tokens tokens(InstallationKeys keys, TokenSettings settings, Clock clock) {
        return new Tokens(keys::key, settings, clock);
    }

    @Bean
    Cookies cookies(Tokens tokens, HttpSettings settings, Clock clock) {
        return new Cookies(tokens, settings, clock);
    }

    @Bean
    EndedSessions endedSessions(TokenSettings settings) {
        return new EndedSessions(settings);
    }

    @Bean
    ForgetfulGroup endedSessionsForget() {
        return new ForgetfulGroup(EndedSessions.GROUP);
    }

    @Bean
    EndedSessionsFeed endedSessionsFeed(EndedSessions ended, Clock clock) {
        return new EndedSessionsFeed(ended, clock);
    }

    @Bean
    SignedIn signedIn(EndedSessions ended, Clock clock) {
        return new SignedIn(ended, clock);
    }

    @Bean
    ForgottenPeople forgottenPeople(PersonalKeys keys, AggregateCache aggregates) {
        return new ForgottenPeople(keys, aggregates);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    /** Addresses that are refused before anything reads them. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemWriter problems) {
        return problems::handle;
    }

    @Bean
    WebFluxRegistrations guardedEndpoints() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new GuardedEndpoints();
            }
        };
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            Tokens tokens,
            EndedSessions ended,
            ProblemWriter problems,
            HttpSettings settings,
            MetricsSettings metrics) {
        return http.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .cors(cors -> cors.configurationSource(origins(settings)))
                .csrf(csrf -> csrf(csrf, problems, settings))
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(
                        failures ->
                                failures.authenticationEntryPoint(problems::handle)
                                        .accessDeniedHandler(problems::handle))
                .addFilterAt(
                        new CallerFilter(tokens, ended), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(new CsrfCookie(), SecurityWebFiltersOrder.CSRF)
                .authorizeExchange(paths -> paths(paths, metrics))
                .build();
    }

    /** Endpoints are guarded one by one ({@link GuardedEndpoints}); these are what is not ours. */
    private static void paths(
            ServerHttpSecurity.AuthorizeExchangeSpec paths, MetricsSettings metrics) {
        paths.pathMatchers("/actuator/health/**")
                .permitAll()
                .pathMatchers("/actuator/prometheus")
                .access(new CollectorAccess(metrics))
                .pathMatchers("/actuator/**")
                .access(new PermissionAccess(Permission.PROJECTIONS_MANAGE))
                .anyExchange()
                .permitAll();
    }

    private static void csrf(
            ServerHttpSecurity.CsrfSpec csrf, ProblemWriter problems, HttpSettings settings) {
        CookieServerCsrfTokenRepository cookie =
                CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(
                builder -> builder.sameSite("Strict").path("/").secure(settings.overTls()));
        csrf.csrfTokenRepository(cookie)
                // the token is never part of a page, so it needs no mask
                .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                .requireCsrfProtectionMatcher(new CookieRequests())
                .accessDeniedHandler(problems::handle);
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers) {
        headers.contentSecurityPolicy(
                        policy ->
                                policy.policyDirectives(
                                        "default-src 'none'; frame-ancestors 'none'"))
                .hsts(hsts -> hsts.maxAge(Duration.ofDays(365)).includeSubdomains(false))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    private static CorsConfigurationSource origins(HttpSettings settings) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!settings.allowedOrigins().isEmpty()) {
            CorsConfiguration allowed = new CorsConfiguration();
            allowed.setAllowedOrigins(settings.allowedOrigins());
            allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
            allowed.setAllowedHeaders(
                    List.of(
                            HttpHeaders.AUTHORIZATION,
                            HttpHeaders.CONTENT_TYPE,
                            HttpHeaders.IF_MATCH,
                            "Idempotency-Key",
                            "Daybook-Position"));
            allowed.setExposedHeaders(
                    List.of("Daybook-Position", "Daybook-Run", "ETag", "X-Request-Id"));
            allowed.setMaxAge(Duration.ofHours(1));
            source.registerCorsConfiguration("/api/**", allowed);
            source.registerCorsConfiguration("/mcp", allowed);
        }
        return source;
    }
}
