package dev.rollcall.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    ApplicationClock clock() {
        return ApplicationClock.system();
    }
}
