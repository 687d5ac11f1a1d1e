/** What a running process tells of itself over HTTP: whether it lives and works, and metrics. */
package org.relunet.pipeline.health;
