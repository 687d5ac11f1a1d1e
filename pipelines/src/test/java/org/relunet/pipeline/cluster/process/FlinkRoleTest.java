package org.relunet.pipeline.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.relunet.pipeline.cluster.ClusterClassPath;

class FlinkRoleTest {
  private static final ClusterClassPath JARS =
      new ClusterClassPath(
          List.of("/flink-runtime-1.19.3.jar", "/tensorflow-core-api-1.1.0.jar", "/ours-1.jar"));

  private static final List<String> XML_STAYS_INSIDE =
      List.of(
          "-Djavax.xml.accessExternalDTD=",
          "-Djavax.xml.accessExternalSchema=",
          "-Djavax.xml.accessExternalStylesheet=");

  @Test
  void aTaskManagerHasNativeLibrariesAndTheMemoryOfItsConfiguration() {
    Configuration configuration =
        Configuration.fromMap(
            Map.of(
                "taskmanager.memory.process.size", "4g",
                "taskmanager.memory.task.off-heap.size", "1g",
                "env.java.opts.taskmanager", "-Da=1 -Db=2"));

    JavaCall call = FlinkRole.TASKMANAGER.call(JARS, configuration);
    assertThat(call.options()).containsAll(XML_STAYS_INSIDE);

    assertThat(call.classPath())
        .containsExactly("/flink-runtime-1.19.3.jar", "/tensorflow-core-api-1.1.0.jar");
    assertThat(call.options())
        .contains("-Da=1", "-Db=2", "-Dai.djl.offline=true")
        .anyMatch(option -> option.startsWith("-Xmx"))
        .anyMatch(option -> option.startsWith("--add-opens=java.base/java.util="));
    assertThat(call.arguments())
        .as("parts that Flink refuses to start without")
        .contains("taskmanager.memory.task.off-heap.size=1073741824b")
        .anyMatch(argument -> argument.startsWith("taskmanager.memory.task.heap.size="));
  }

  @Test
  void aJobManagerHasFlinkAlone() {
    Configuration configuration =
        Configuration.fromMap(Map.of("jobmanager.memory.process.size", "1g"));

    JavaCall call = FlinkRole.JOBMANAGER.call(JARS, configuration);
    assertThat(call.options()).containsAll(XML_STAYS_INSIDE);

    assertThat(call.classPath()).containsExactly("/flink-runtime-1.19.3.jar");
    assertThat(call.options()).contains("-Xmx469762048");
  }

  @Test
  void memoryThatIsNotConfiguredIsTold() {
    assertThatThrownBy(() -> FlinkRole.TASKMANAGER.call(JARS, new Configuration()))
        .isInstanceOf(IllegalConfigurationException.class)
        .hasMessageContaining("taskmanager.memory.process.size");
  }
}
