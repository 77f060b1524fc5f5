package dev.rollcall.security;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.util.ClassUtils;

/// Checks [Requires] around every call of a service, before its transaction begins.
///
/// Views carry the annotation too, but are not wrapped: [ViewAccess] checks it when somebody
/// navigates.
@Configuration(proxyBeanMethods = false)
class RequiresConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RequiresConfiguration.class);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AuthorizationManagerBeforeMethodInterceptor requiresInterceptor(
            ObjectProvider<Access> access) {
        var pointcut =
                new ComposablePointcut(new AnnotationMatchingPointcut(Requires.class, true))
                        .union(new AnnotationMatchingPointcut(null, Requires.class, true))
                        .intersection(type -> !Component.class.isAssignableFrom(type));
        AuthorizationManager<MethodInvocation> mayCall =
                (_, call) -> new AuthorizationDecision(mayCall(access.getObject(), call));
        var interceptor = new AuthorizationManagerBeforeMethodInterceptor(pointcut, mayCall);
        interceptor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder());
        return interceptor;
    }

    private static boolean mayCall(Access access, MethodInvocation call) {
        var required = required(call);
        var viewer = access.viewer();
        var may = required != null && Arrays.stream(required.value()).anyMatch(viewer::may);
        if (!may) {
            log.info(
                    "Refused: {} {} may not call {}.{}",
                    viewer.actor().kind(),
                    viewer.actor().id(),
                    call.getMethod().getDeclaringClass().getSimpleName(),
                    call.getMethod().getName());
        }
        return may;
    }

    private static @Nullable Requires required(MethodInvocation call) {
        var type =
                call.getThis() == null
                        ? call.getMethod().getDeclaringClass()
                        : call.getThis().getClass();
        var method = AopUtils.getMostSpecificMethod(call.getMethod(), type);
        var onMethod = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(
                        ClassUtils.getUserClass(type), Requires.class);
    }
}
