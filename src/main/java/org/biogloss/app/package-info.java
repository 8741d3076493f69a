/// Wires everything, once: the only place that makes services and hands them to windows and commands.
@NullMarked
package org.biogloss.app;

import org.jspecify.annotations.NullMarked;
