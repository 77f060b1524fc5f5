package dev.rollcall.schedule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A page that is there while workforce management is switched on: it is in no menu otherwise, and
/// whoever comes by its address reads that it is off and who can switch it on.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PartOfWorkforceManagement {}
