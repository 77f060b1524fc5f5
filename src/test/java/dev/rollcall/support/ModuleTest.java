package dev.rollcall.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/// A test of a module in the whole application, on a real MariaDB.
///
/// All classes with this annotation and nothing that changes the context share one application, so
/// only the first of them pays for the start. Before each test method the tables are as they were
/// after the start and the clock stands at [FreshStart#NOW]; see [FreshStart] for what a test of
/// something kept in memory has to do.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@TestExecutionListeners(
        listeners = FreshStartListener.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ModuleTest {}
