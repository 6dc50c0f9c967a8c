package org.perezvon.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.perezvon.engine.Accounts;
import org.perezvon.engine.Role;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * The doors of the house, each with its own lock, all with one list of staff. In this order, the first that fits:
 *
 * <ol>
 *   <li>{@code /engine-rest}: programs and Modeler; name and password with every request, a session is not enough;
 *   <li>{@code /camunda}: Tasklist, Cockpit, Admin; our session, Camunda's own protection against forged requests;
 *   <li>{@code /api}: programs by name and password, pages by session and our own protection;
 *   <li>everything else, the login page among it.
 * </ol>
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class Doors {

    static final String LOGIN = "/login";
    static final String CSRF_HEADER = "X-Perezvon-Csrf";

    private static final String OWN_PAGES_LOAD_ONLY_OURS =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Refusals refusals;
    private final Accounts accounts;
    private final Clock clock;

    Doors(Refusals refusals, Accounts accounts, Clock clock) {
        this.refusals = refusals;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Bean
    AuthenticationManager staffOnly(StaffAuthentication staff) {
        return new ProviderManager(staff);
    }

    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, IdentityService identities) throws Exception {
        return http.securityMatcher(Path.below("/engine-rest"))
                .authorizeHttpRequests(who -> who.requestMatchers(Caller.FOREIGN_PAGE)
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::unknown))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing a browser sends by itself opens this door, save a remembered password: see Caller.
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        no -> no.authenticationEntryPoint(refusals::unknown).accessDeniedHandler(refusals::forbidden))
                .addFilterAfter(new EngineIdentityFilter(identities), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain camunda(HttpSecurity http) throws Exception {
        return http.securityMatcher(Path.below("/camunda"))
                .authorizeHttpRequests(who -> who.requestMatchers(
                                // CVE-2026-77226: whoever came first would become administrator.
                                Path.like("/camunda/api/admin/setup(/.*)?"),
                                Path.like("/camunda/app/admin/[^/]+/setup(/.*)?"),
                                // Another login beside ours.
                                Path.like("/camunda/api/admin/auth/user/[^/]+/login(/.*)?"))
                        .denyAll()
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable) // Camunda's own filter protects its own pages
                // Camunda says itself what may be kept; Tasklist is 5 MB and need not come again each time.
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(this::askPeopleAndPrograms)
                .addFilterAfter(new StillHereFilter(accounts, clock), SecurityContextHolderFilter.class)
                .addFilterAfter(new TasklistLogoutFilter(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http.securityMatcher(Path.below("/api"))
                .authorizeHttpRequests(who -> who.requestMatchers(Caller.FOREIGN_PAGE)
                        .denyAll()
                        .requestMatchers(Path.exactly("/api/session"))
                        .authenticated()
                        .requestMatchers(
                                Path.below("/api/knowledge"),
                                Path.like("/api/agencies(/[^/]+)?"),
                                // An editor, too, may ask agencies for information (I-7.1).
                                Path.below("/api/information-requests"),
                                Path.like("/api/tasks/[^/]+/(information-read|draft-decision|stale-decision)"))
                        .hasAnyRole(
                                Role.OPERATOR.name(),
                                Role.SUPERVISOR.name(),
                                Role.EDITOR.name(),
                                Role.ADMINISTRATOR.name(),
                                Role.INTEGRATION.name())
                        .anyRequest()
                        .hasAnyRole(
                                Role.OPERATOR.name(),
                                Role.SUPERVISOR.name(),
                                Role.ADMINISTRATOR.name(),
                                Role.INTEGRATION.name()))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::unknown))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(csrfTokens()).requireCsrfProtectionMatcher(Caller.WRITES_BY_SESSION))
                .headers(Doors::ownPages)
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(this::askPeopleAndPrograms)
                .addFilterAfter(new StillHereFilter(accounts, clock), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(who -> who.requestMatchers(
                                Path.like("/actuator/health(/liveness|/readiness)?"), Path.exactly(LOGIN))
                        .permitAll()
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(Path.below("/actuator"))
                        .hasAnyRole(Role.ADMINISTRATOR.name(), Role.INTEGRATION.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(
                        form -> form.loginPage(LOGIN).usernameParameter("name").defaultSuccessUrl("/"))
                .logout(out -> out.logoutSuccessUrl(LOGIN + "?logout"))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals::unknown))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .headers(Doors::ownPages)
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(this::askPeopleAndPrograms)
                .addFilterAfter(new StillHereFilter(accounts, clock), SecurityContextHolderFilter.class)
                .build();
    }

    private static void ownPages(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(OWN_PAGES_LOAD_ONLY_OURS))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(Customizer.withDefaults());
    }

    private void askPeopleAndPrograms(ExceptionHandlingConfigurer<HttpSecurity> exceptions) {
        AuthenticationEntryPoint toLogin = new LoginUrlAuthenticationEntryPoint(LOGIN);
        exceptions
                .authenticationEntryPoint((request, response, why) -> {
                    if (Caller.PERSON.matches(request)) {
                        toLogin.commence(request, response, why);
                    } else {
                        refusals.unknown(request, response, why);
                    }
                })
                .accessDeniedHandler(refusals::forbidden);
    }

    /** After logging in people return to the page they wanted, never to a picture or to data in the background. */
    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()) && Caller.PERSON.matches(request));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static CsrfTokenRepository csrfTokens() {
        HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName(CSRF_HEADER);
        return tokens;
    }

    /** Between our doors, which come first, and Camunda's own filters, which come last. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> tasklistKnowsWhoIsThere() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", TasklistIdentity.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(101);
        return filter;
    }
}
