package org.relunet.pipeline.cluster.process;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;
import org.relunet.api.untrusted.XmlAccess;
import org.relunet.pipeline.cluster.ClusterClassPath;

/**
 * What a process of a Flink session cluster can be. How it is called follows from Flink's
 * configuration by Flink's own rules, as its shell scripts find it out; there are no such scripts
 * among the jars of this program.
 */
public enum FlinkRole {
  JOBMANAGER {
    @Override
    public JavaCall call(ClusterClassPath jars, Configuration configuration) {
      JobManagerProcessSpec memory =
          JobManagerProcessUtils.processSpecFromConfigWithNewOptionToInterpretLegacyHeap(
              configuration, JobManagerOptions.JVM_HEAP_MEMORY);
      return new JavaCall(
          JavaOptions.together(
              List.of(
                  words(JobManagerProcessUtils.generateJvmParametersStr(memory, configuration)),
                  JavaOptions.OPENED,
                  JavaOptions.LOGGING,
                  XmlAccess.javaOptions(),
                  words(configuration.get(CoreOptions.FLINK_JVM_OPTIONS)),
                  words(configuration.get(CoreOptions.FLINK_JM_JVM_OPTIONS)))),
          jars.jobManager(),
          "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
          words(JobManagerProcessUtils.generateDynamicConfigsStr(memory)));
    }
  },

  TASKMANAGER {
    @Override
    public JavaCall call(ClusterClassPath jars, Configuration configuration) {
      TaskExecutorProcessSpec memory =
          TaskExecutorProcessUtils.processSpecFromConfig(
              TaskExecutorProcessUtils.getConfigurationMapLegacyTaskManagerHeapSizeToConfigOption(
                  configuration, TaskManagerOptions.TOTAL_FLINK_MEMORY));
      return new JavaCall(
          JavaOptions.together(
              List.of(
                  words(ProcessMemoryUtils.generateJvmParametersStr(memory)),
                  JavaOptions.OPENED,
                  JavaOptions.LOGGING,
                  JavaOptions.nativeLibraries(),
                  XmlAccess.javaOptions(),
                  words(configuration.get(CoreOptions.FLINK_JVM_OPTIONS)),
                  words(configuration.get(CoreOptions.FLINK_TM_JVM_OPTIONS)))),
          jars.taskManager(),
          "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
          words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory)));
    }
  };

  /**
   * How Java is called for it; where its configuration lies is not yet among the arguments.
   *
   * @param jars of this program
   * @param configuration of Flink
   * @throws org.apache.flink.configuration.IllegalConfigurationException if its memory is not
   *     configured, or does not add up
   */
  public abstract JavaCall call(ClusterClassPath jars, Configuration configuration);

  private static List<String> words(String text) {
    return Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
