package dev.rollcall.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;

/// The four doors: programs with a token, the pages that hold no data, calendars behind a secret
/// address, and the screens. What is named at none of them stays shut.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SecurityConfiguration.class);

    private static final String PERMISSIONS_POLICY =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " microphone=(), payment=(), usb=()";

    /// Pages made of files only.
    private static final String FILES_ONLY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /// Programs: a bearer token or nothing. A browser's session is no credential here.
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, BearerTokens tokens) throws Exception {
        var problems = new ApiProblems();
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new BearerFilter(tokens, problems), AuthorizationFilter.class)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        return stateless(http).build();
    }

    /// What holds no data: whether Rollcall is well, and how its interface is used. And the
    /// metrics, for the one who has their token.
    @Bean
    @Order(2)
    SecurityFilterChain withoutData(HttpSecurity http, SecurityProperties properties)
            throws Exception {
        var metrics = new MetricsReaders(properties.metrics());
        http.securityMatcher(
                        "/actuator/**", "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/actuator/health",
                                        "/actuator/health/**",
                                        "/v3/api-docs/**",
                                        "/swagger-ui/**",
                                        "/swagger-ui.html")
                                .permitAll()
                                .requestMatchers(MetricsReaders.ADDRESS)
                                .access(metrics)
                                .anyRequest()
                                .denyAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(FILES_ONLY)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(
                                (request, response, _) -> metrics.refuse(request, response)));
        return stateless(http).build();
    }

    /// Calendars behind a secret address: programs that read them cannot sign in, so who has the
    /// address may read what is there, and nothing else (decision 0020).
    @Bean
    @Order(3)
    SecurityFilterChain calendarAddresses(HttpSecurity http) throws Exception {
        http.securityMatcher("/feeds/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET, "/feeds/calendar/*")
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, "/feeds/calendar/*")
                                .permitAll()
                                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(FILES_ONLY)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((_, response, _) ->
                                response.setStatus(HttpServletResponse.SC_NOT_FOUND)));
        return stateless(http).build();
    }

    /// The screens: sign in with a form, and every view says who may open it.
    @Bean
    @Order(4)
    SecurityFilterChain screens(
            HttpSecurity http,
            PasswordSignIn passwords,
            SessionRegistry sessions,
            SecurityProperties properties)
            throws Exception {
        http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/styles/**", "/icons/**")
                                .permitAll())
                // An address nobody knows is answered by the page that says so.
                .with(
                        vaadin(),
                        vaadin ->
                                vaadin.loginView("/login", "/login")
                                        .anyRequest(url -> url.authenticated()))
                .authenticationManager(new ProviderManager(passwords))
                .formLogin(form -> form.failureHandler(SecurityConfiguration::signInFailed))
                .sessionManagement(session ->
                        session.sessionFixation(fixation -> fixation.changeSessionId())
                                .maximumSessions(-1)
                                .sessionRegistry(sessions)
                                .expiredSessionStrategy(ended()))
                .addFilterBefore(new SameOrigin(properties.publicUrl()), CsrfFilter.class)
                .headers(SecurityConfiguration::careful)
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives(ContentPolicy.WITHOUT_SCRIPTS)));
        return http.build();
    }

    @Bean
    static NavigationAccessControlConfigurer navigationAccess(ViewAccess access) {
        NavigationAccessChecker checker =
                context -> {
                    if (context.isErrorHandling()
                            || access.mayOpen(context.getNavigationTarget())) {
                        return context.allow();
                    }
                    logRefusal(context);
                    return context.deny("The viewer may not open this view");
                };
        return new NavigationAccessControlConfigurer()
                .withNavigationAccessChecker(checker)
                .withLoginView("/login");
    }

    /// Programs get a problem they can read, also for an address no door is behind.
    @Bean
    static RequestRejectedHandler requestRejectedHandler() {
        var otherwise = new HttpStatusRequestRejectedHandler();
        return (request, response, rejection) -> {
            if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
                log.info("Refused: {}", rejection.getClass().getSimpleName());
                ApiProblems.reject(response);
            } else {
                otherwise.handle(request, response, rejection);
            }
        };
    }

    @Bean
    static SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    static HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .securityContext(context ->
                        context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::careful);
    }

    private static void careful(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    private static void signInFailed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException problem)
            throws IOException {
        var why = problem instanceof PasswordSignIn.TooManyAttempts ? "throttled" : "error";
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }

    /// The page's own requests cannot follow a redirect; Vaadin's client starts anew when they
    /// fail.
    private static SessionInformationExpiredStrategy ended() {
        return event -> {
            var request = event.getRequest();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            if (HandlerHelper.isFrameworkInternalRequest("/*", request)) {
                event.getResponse().sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                event.getResponse().sendRedirect(request.getContextPath() + "/login");
            }
        };
    }

    private static void logRefusal(NavigationContext context) {
        var principal = context.getPrincipal();
        if (principal instanceof SignedIn user && context.isNavigating()) {
            log.info(
                    "Refused: user {} may not open {}",
                    user.id().value(),
                    context.getNavigationTarget().getSimpleName());
        }
    }
}
