package dev.broken.engine;

import org.springframework.stereotype.Component;

/// A rule that knows the framework.
@Component
class Impure {}
